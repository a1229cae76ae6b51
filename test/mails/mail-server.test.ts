import { describe, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { readMail } from '#test/fixtures/mime.ts';
import type { Mood } from '#dev/mail-server/mail-server.ts';
import { startSmtpServer } from '#test/fixtures/smtp-server.ts';
import { atRest } from '#test/scenes/at-rest.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

const smtp = await startSmtpServer();
const stack = useStack({ SMTP_URL: smtp.url });
const scene = useScenes(stack);
const DAY_MS = 86_400_000;

const mailsTo = (address: string) => smtp.received.filter(({ to }) => to === address.toLowerCase());
const idsOf = (address: string) => mailsTo(address).map(({ source }) => readMail(source).headers.get('message-id'));
const triesAt = (address: string) => smtp.recipients.filter((to) => to === address.toLowerCase()).length;

/** A guest to whom the mail server behaves as told, with a booking whose mails are due at once. */
async function bookWith(mood: Mood | null) {
  const set = await scene({ connected: false });
  const { slug } = await set.host.offer('phone');
  const guest = set.newGuest();
  if (mood !== null) smtp.moods.set(guest.email, mood);
  const booking = await guest.book({ ...set.page, slug }, await set.freeTime(2 * DAY_MS));
  const rest = async () => atRest((await stack.file()).database, set.page.handle);
  return { ...set, guest, booking, rest };
}

test('while the mail server is down bookings go on; every mail comes once when it is back', async () => {
  await smtp.down();
  const { guest, host, booking, rest } = await bookWith(null);
  expect(booking.status).toBe('confirmed');
  await smtp.up();
  await rest();
  expect([mailsTo(guest.email), mailsTo(host.email)].map((mails) => mails.length)).toEqual([1, 1]);
  expect((await host.booking(booking.id)).mailProblems).toEqual([]);
});

describe.each([
  ['at the recipient', { recipient: '450 4.2.0 greylisted' }],
  ['after the message', { message: '452 4.3.1 no room' }],
] as const)('a "not now" %s', (_, mood) => {
  test('is tried again until it is taken, and delays no other mail', async () => {
    const { guest, host, booking, rest } = await bookWith(mood);
    await until('three tries', () => triesAt(guest.email) >= 3);
    expect(mailsTo(host.email)).toHaveLength(1);
    smtp.moods.delete(guest.email);
    await rest();
    expect(new Set(idsOf(guest.email)).size).toBe(1);
    expect((await host.booking(booking.id)).mailProblems).toEqual([]);
  });
});

describe.each([
  ['of the recipient', { recipient: '550 5.1.1 no such user <secret@example.org>' }],
  ['of the message', { message: '554 5.7.1 looks like spam, see secret' }],
] as const)('a permanent refusal %s', (_, mood) => {
  test('is shown to the host in our words, and never tried again', async () => {
    const { guest, host, booking, rest, freeTime, workflows } = await bookWith(mood);
    await rest();
    expect(triesAt(guest.email)).toBe(1);
    const shown = await host.booking(booking.id);
    expect(shown.mailProblems).toMatchObject([{ kind: 'confirmed', recipient: 'guest' }]);
    expect(shown.timeline.filter(({ kind }) => kind === 'mail_refused')).toHaveLength(1);
    expect(JSON.stringify(shown)).not.toContain('secret');
    const before = await workflows.eventsOf(booking.id);
    // Another occasion is another mail; the refused one stays refused.
    await guest.reschedule(booking.token, await freeTime(3 * DAY_MS));
    await rest();
    expect(triesAt(guest.email)).toBe(2);
    const { mailProblems } = await host.booking(booking.id);
    expect(mailProblems.map(({ kind }) => kind).toSorted()).toEqual(['confirmed', 'rescheduled']);
    expect((await workflows.eventsOf(booking.id)) - before).toBeLessThan(30);
  });
});

test('a mail whose answer was lost comes again under the same Message-ID', async () => {
  const { guest, rest } = await bookWith({ loseAnswer: true });
  await until('two copies without an answer', () => mailsTo(guest.email).length >= 2);
  smtp.moods.delete(guest.email);
  await rest();
  const copies = mailsTo(guest.email);
  expect(copies.map(({ answered }) => answered)).toEqual([...copies.slice(1).map(() => false), true]);
  expect(new Set(idsOf(guest.email))).toEqual(new Set([expect.stringMatching(/^<mail-[0-9a-f-]{36}@/)]));
});
