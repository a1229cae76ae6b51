import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type GuestClient, newGuest } from '#dev/clients/guest.ts';
import { until } from '#dev/clients/until.ts';
import { lintIcs } from '#test/fixtures/ics-lint.ts';
import { readMail } from '#test/fixtures/mime.ts';
import { startSmtpServer } from '#test/fixtures/smtp-server.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

const smtp = await startSmtpServer();
const stack = useStack({ SMTP_URL: smtp.url });
const scene = useScenes(stack);
const DAY_MS = 86_400_000;

/**
 * The calendar files mailed to an address, oldest first; the part that opens by itself and the attachment are one file.
 */
function filesTo(address: string) {
  return smtp.received.flatMap(({ to, source }) => {
    const { calendars } = to === address.toLowerCase() ? readMail(source) : { calendars: [] };
    const [shown, attached] = calendars;
    if (shown === undefined) return [];
    expect(attached?.bytes.equals(shown.bytes)).toBe(true);
    return [{ ...readFile(shown.bytes), methodOfPart: /method="?(\w+)/i.exec(shown.type)?.[1] }];
  });
}

function readFile(bytes: Buffer) {
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString()));
  const event = calendar.getFirstSubcomponent('vevent');
  const value = (name: string) => event?.getFirstPropertyValue(name)?.toString() ?? '';
  return {
    bytes,
    method: calendar.getFirstPropertyValue('method')?.toString() ?? '',
    status: value('status'),
    sequence: Number(value('sequence')),
    uid: value('uid'),
    summary: value('summary'),
    url: value('url'),
    startsAt: (event?.getFirstPropertyValue('dtstart') as ICAL.Time | null)?.toJSDate().toISOString(),
    attendee: event?.getFirstProperty('attendee')?.getFirstParameter('cn'),
  };
}

const awaitFiles = (address: string, count: number) =>
  until(`${count} files to ${address}`, () => filesTo(address).length >= count, { within: 90_000 });

const mailsTo = (address: string) => smtp.received.filter(({ to }) => to === address.toLowerCase()).length;

interface Told {
  readonly address: string;
  readonly name: string;
  /** What the calendar calls the meeting. */
  readonly summary: string;
  readonly methods: readonly string[];
}

/** Every file is sound by two readers, about one event, for one person, and each newer than the one before. */
function expectSoundFiles(bookingId: string, { address, name, summary, methods }: Told) {
  const files = filesTo(address);
  expect(files.map(({ method }) => method)).toEqual(methods);
  for (const { bytes, method, methodOfPart, sequence, ...file } of files) {
    expect(lintIcs(bytes, { attendees: [address], method, sequence })).toEqual([]);
    expect(methodOfPart).toBe(method);
    expect(file.status).toBe(method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED');
    expect(file.summary).toBe(summary);
    expect(file.attendee).toBe(name.replaceAll('\\', '＼'));
    expect(file.uid).toMatch(new RegExp(`^booking-${bookingId}@`));
  }
  const sequences = files.map(({ sequence }) => sequence);
  expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
}

/** Names as mails show them are without quotation marks. */
const PEOPLE = [
  { guest: `O'Neil; "Q", x: y \\n \\`, host: 'R; o: b, "in"', title: 'A; b: c, "d" \\, BEGIN:VEVENT ^n' },
  { guest: 'שלום سلام é', host: '🦊🦊 מארח', title: `${'👩‍👩‍👧‍👦🎉'.repeat(20)} ünï` },
] as const;

async function stageFor(
  { guest: guestName, host: hostName, title }: (typeof PEOPLE)[number],
  kind: string,
  rules = {},
) {
  const set = await scene({ rules: { title }, connected: kind === 'zoom' });
  await set.host.json('PATCH', '/api/v1/me', { name: hostName });
  const { slug } = kind === 'zoom' ? set.page : await set.host.offer(kind, { title, ...rules });
  const guest = newGuest((await stack.file()).app, { name: guestName });
  const page = { ...set.page, slug };
  const at = (days: number) => set.freeTime(days * DAY_MS);
  const [shownGuest, shownHost] = [guestName.replaceAll('"', ''), hostName.replaceAll('"', '')];
  const forGuest = { address: guest.email, name: shownGuest, summary: `${title} with ${shownHost}` };
  const forHost = { address: set.host.email, name: shownHost, summary: `${title} with ${shownGuest}` };
  return { ...set, guest, page, at, forGuest, forHost };
}

async function published(guest: GuestClient, token: string) {
  const answer = await guest.request('GET', `/api/v1/public/bookings/${token}/calendar.ics`);
  return Buffer.from(await answer.arrayBuffer());
}

test.each(PEOPLE)('booked, moved, cancelled; guest and host: $title', async (people) => {
  const { guest, page, at, link, forGuest, forHost } = await stageFor(people, 'zoom');
  const booking = await guest.book(page, await at(2));
  const joinUrl = await link(booking);
  for (const { address } of [forGuest, forHost]) await awaitFiles(address, 1);
  const file = await published(guest, booking.token);
  expect(lintIcs(file, { attendees: [], method: 'PUBLISH' })).toEqual([]);
  expect(readFile(file)).toMatchObject({ summary: forGuest.summary, url: joinUrl, startsAt: booking.startsAt });
  const moved = await guest.reschedule(booking.token, await at(4));
  for (const { address } of [forGuest, forHost]) await awaitFiles(address, 2);
  await guest.cancel(booking.token, 'x\r\nSUMMARY:y\r\n\r\nEND:VEVENT');
  await awaitFiles(guest.email, 3);
  await awaitFiles(forHost.address, 3);
  const methods = ['REQUEST', 'REQUEST', 'CANCEL'];
  expectSoundFiles(booking.id, { ...forGuest, methods });
  expectSoundFiles(booking.id, { ...forHost, methods });
  const starts = filesTo(guest.email).map(({ startsAt }) => startsAt);
  expect(starts).toEqual([booking.startsAt, moved.startsAt, moved.startsAt]);
});

test.each(PEOPLE)('a link that comes late: $title', async (people) => {
  const { guest, page, at, link, provider, forGuest } = await stageFor(people, 'zoom');
  await provider.fault({ operation: 'create', effect: 'error', status: 503, times: 20 });
  const booking = await guest.book(page, await at(2));
  await awaitFiles(guest.email, 1);
  expect(filesTo(guest.email)[0]?.url).toBe('');
  await provider.reset();
  const joinUrl = await link(booking);
  await awaitFiles(guest.email, 2);
  expectSoundFiles(booking.id, { ...forGuest, methods: ['REQUEST', 'REQUEST'] });
  expect(filesTo(guest.email)[1]?.url).toBe(joinUrl);
});

test('confirmed, another time asked for, then declined, left alone or confirmed', async () => {
  const rules = { requiresConfirmation: true, holdMinutes: 1 };
  const waitFor = async (people: (typeof PEOPLE)[number], fate: 'declined' | 'left alone' | 'confirmed') => {
    const { guest, host, page, at, forGuest, forHost } = await stageFor(people, 'phone', rules);
    const both = [forGuest, forHost];
    const { id, token } = await guest.book(page, await at(2));
    await host.json('POST', `/api/v1/bookings/${id}/confirm`, {});
    for (const { address } of both) await awaitFiles(address, 1);
    const before = both.map(({ address }) => mailsTo(address));
    const nextMails = (count: number) =>
      until(
        `${count} mails more to each`,
        () => both.every(({ address }, i) => mailsTo(address) >= (before[i] ?? 0) + count),
        {
          within: 120_000,
        },
      );
    await guest.reschedule(token, await at(4));
    await nextMails(1);
    if (fate === 'declined')
      await host.json('POST', `/api/v1/bookings/${id}/decline`, { reason: 'a\r\nSTATUS:CANCELLED' });
    if (fate === 'confirmed') await host.json('POST', `/api/v1/bookings/${id}/confirm`, {});
    await nextMails(2);
    const methods = fate === 'confirmed' ? ['REQUEST', 'REQUEST'] : ['REQUEST'];
    for (const told of both) expectSoundFiles(id, { ...told, methods });
    return (await guest.read(token)).status;
  };
  const fates = PEOPLE.flatMap((people) =>
    (['declined', 'left alone', 'confirmed'] as const).map((fate) => waitFor(people, fate)),
  );
  expect(new Set(await Promise.all(fates))).toEqual(new Set(['confirmed']));
});
