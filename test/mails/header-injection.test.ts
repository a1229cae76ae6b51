import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { openSession, type Session } from '#dev/clients/session.ts';
import { readMail } from '#test/fixtures/mime.ts';
import { startSmtpServer } from '#test/fixtures/smtp-server.ts';
import { atRest } from '#test/scenes/at-rest.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

const smtp = await startSmtpServer();
const stack = useStack({ SMTP_URL: smtp.url });
const scene = useScenes(stack);
const DAY_MS = 86_400_000;

/** Line ends of every kind, then what would be headers, recipients and an event of the attacker's. */
const EVIL = ['\r\n', '\n', '\r', '\u2028', '\u0085'].map(
  (end) =>
    `x${end}Bcc: evil@example.com${end}X-Evil: yes${end}${end}BEGIN:VEVENT${end}.${end}MAIL FROM:<evil@example.com>`,
);
const OURS = new Set(
  `from to reply-to subject message-id in-reply-to references date mime-version content-type content-transfer-encoding
   content-language auto-submitted x-auto-response-suppress list-unsubscribe list-unsubscribe-post`.split(/\s+/),
);

const QUESTIONS = [
  { id: 'short', label: 'Short?', kind: 'text' },
  { id: 'long', label: 'Long?', kind: 'long_text' },
];
const REFUSALS = new Set([400, 403, 409, 422]);
const HOUR_MS = 3_600_000;

interface Made {
  readonly id: string;
  readonly slug: string;
  readonly token: string;
}

/** Sends a request; null where its text is not taken, which must be said as such. */
async function tried(session: Session, method: 'POST' | 'PATCH' | 'PUT', path: string, body: unknown) {
  const answer = await session.request(method, path, body);
  const text = await answer.text();
  if (!answer.ok && !REFUSALS.has(answer.status)) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return answer.ok && text !== '' ? (JSON.parse(text) as Made) : null;
}

/** Event types with the text in one field each, where it is taken. */
async function offerWith(host: Session, evil: string): Promise<string[]> {
  const changes = [
    { title: evil },
    { description: evil },
    { location: { kind: 'in_person', value: evil } },
    { questions: [{ ...QUESTIONS[0], label: evil }, QUESTIONS[1]] },
    {},
  ];
  const slugs = [];
  for (const change of changes) {
    const place = { kind: 'in_person', value: 'Here' };
    const rules = { slotIntervalMinutes: 5, published: true, requiresConfirmation: true, questions: QUESTIONS };
    const type = await tried(host, 'POST', '/api/v1/event-types', {
      title: 'Talk',
      location: place,
      ...rules,
      ...change,
    });
    if (type !== null) slugs.push(type.slug);
  }
  return slugs;
}

/** Bookings with the text in one field each, where it is taken. */
async function bookWith(app: string, path: string, startsAt: string, evil: string): Promise<Made[]> {
  const made = [];
  const { name, email, ...guest } = newGuest(app);
  const person = { name, email, timeZone: 'UTC' };
  const changes = [
    { guest: { ...person, name: evil } },
    { guest: { ...person, email: `a@example.org${evil}` } },
    { guest: { ...person, email: `"${evil}"@example.org` } },
    { guest: { ...person, timeZone: evil } },
    { answers: { short: evil } },
    { answers: { long: evil } },
  ];
  for (const [index, change] of changes.entries()) {
    const at = new Date(Date.parse(startsAt) + index * HOUR_MS).toISOString();
    const booking = await tried(guest, 'POST', path, { startsAt: at, guest: person, ...change });
    if (booking !== null) made.push(booking);
  }
  return made;
}

/** The text as what host and guest say about a booking. */
async function sayAbout(host: Session, { id, token }: Made, evil: string, declined: boolean): Promise<void> {
  const act = `/api/v1/bookings/${id}`;
  if (declined) return void (await tried(host, 'POST', `${act}/decline`, { reason: evil }));
  await tried(host, 'POST', `${act}/confirm`, {});
  await tried(host, 'PUT', `${act}/link`, { url: `https://rooms.example/${evil}` });
  await tried(host, 'POST', `/api/v1/public/bookings/${token}/cancel`, { reason: evil });
}

async function logInWith(app: string, known: string, evil: string): Promise<void> {
  const stranger = openSession(app);
  const email = `a@example.org${evil}`;
  await tried(stranger, 'POST', '/api/auth/sign-in/magic-link', { email });
  await tried(stranger, 'POST', '/api/auth/sign-up/email', { email, name: evil, password: 'a long password' });
  await tried(stranger, 'POST', '/api/auth/sign-in/magic-link', { email: known, name: evil });
  await tried(stranger, 'POST', '/api/auth/sign-in/magic-link', { email: known, to: `/${evil}` });
}

test('no typed text becomes a header, a recipient or a second mail', async () => {
  const { app, database } = await stack.file();
  const { host, page, freeTime } = await scene({ connected: false });
  for (const evil of EVIL) {
    await tried(host, 'PATCH', '/api/v1/me', { name: `Robin ${evil}` });
    const slugs = await offerWith(host, evil);
    expect(slugs.length).toBeGreaterThan(2);
    for (const [index, slug] of slugs.entries()) {
      const path = `/api/v1/public/${page.handle}/${slug}/bookings`;
      const bookings = await bookWith(app, path, await freeTime((2 + index) * DAY_MS), evil);
      expect(bookings.length).toBeGreaterThan(0);
      for (const booking of bookings) await sayAbout(host, booking, evil, index % 2 === 0);
    }
    await logInWith(app, host.email, evil);
  }
  await atRest(database, page.handle);
  expect(smtp.received.length).toBeGreaterThan(50);
  expect(smtp.recipients.filter((to) => to.includes('evil'))).toEqual([]);
  const mails = smtp.received.map(({ source }) => readMail(source));
  expect([...new Set(mails.flatMap(({ names }) => names))].filter((name) => !OURS.has(name))).toEqual([]);
  expect(mails.filter(({ names }) => new Set(names).size !== names.length)).toEqual([]);
  for (const { source } of smtp.received) expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});
