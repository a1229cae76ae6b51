import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { declineBooking } from '#commands/bookings/decline-booking.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { resendBooking } from '#commands/bookings/resend-booking.ts';
import { setBookingLink } from '#commands/bookings/set-booking-link.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { WrittenMail } from '#domain/outbox.ts';
import { proposalIn, TELL_PROPOSAL } from '#domain/proposal-mails.ts';
import { at, bookTime, readBooking } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { type ReadMail, readMail } from '#test/fixtures/mime.ts';
import { makeLive, openWorkshop, passMinutes, plan } from '#test/fixtures/workshop.ts';
import { claimMails, sendMails } from './send-mails.ts';

const deps = await openWorkshop();

type Plain = 'cancel' | 'confirm' | 'decline' | 'resend' | 'rename' | 'make' | 'remove' | 'recover' | 'plan' | 'wait';

type Step =
  | { readonly do: 'move'; readonly by: 'host' | 'guest'; readonly minutes: number }
  | { readonly do: 'paste'; readonly path: string }
  | { readonly do: 'send'; readonly server: 'answers' | 'loses its answer' | 'is away' }
  | { readonly do: 'die'; readonly when: 'before' | 'after' }
  | { readonly do: Plain };

const simply = (...names: Plain[]) => fc.constantFrom(...names.map((name): Step => ({ do: name })));
const move = fc.record({
  do: fc.constant('move' as const),
  by: fc.constantFrom('host' as const, 'guest' as const),
  minutes: fc.constantFrom(0, 60, 120),
});
const send = fc.record({
  do: fc.constant('send' as const),
  server: fc.constantFrom('answers', 'loses its answer', 'is away'),
});
const die = fc.record({ do: fc.constant('die' as const), when: fc.constantFrom('before' as const, 'after' as const) });
const paste = fc.record({ do: fc.constant('paste' as const), path: fc.constantFrom('a', 'b') });
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: move },
    { weight: 5, arbitrary: send },
    { weight: 2, arbitrary: die },
    { weight: 1, arbitrary: paste },
    { weight: 4, arbitrary: simply('plan', 'make', 'wait') },
    { weight: 3, arbitrary: simply('cancel', 'confirm', 'decline', 'resend', 'rename', 'remove', 'recover') },
  ) as fc.Arbitrary<Step>,
  { minLength: 3, maxLength: 14 },
);

const SAYS = { answers: 'yes', 'loses its answer': 'nothing', 'is away': 'later' } as const;

async function take(step: Step, { id: bookingId, hostId }: { id: string; hostId: string }): Promise<unknown> {
  const sql = (text: string) => deps.orm.em.fork().execute(text, [bookingId]);
  switch (step.do) {
    case 'move':
      return rescheduleBooking(deps, { bookingId, actor: step.by, startsAt: at(step.minutes) });
    case 'cancel':
      return cancelBooking(deps, { bookingId, actor: 'guest' });
    case 'confirm':
      return confirmBooking(deps, { bookingId, hostId });
    case 'decline':
      return declineBooking(deps, { bookingId, hostId });
    case 'resend':
      return resendBooking(deps, { bookingId, hostId });
    case 'paste':
      return setBookingLink(deps, { bookingId, hostId, url: `https://meet.example.com/${step.path}` });
    case 'rename':
      return sql(`update users set name = name || '.' where id = (select host_id from bookings where id = ?)`);
    case 'make':
      await plan(deps, bookingId);
      return makeLive(deps, bookingId).catch(() => null);
    case 'remove':
      await sql(`update conferences set state = 'removed_by_host' where booking_id = ? and state = 'live'`);
      return sql(
        'update bookings set link_wanted = false, revision = revision + 1, delivered_revision = revision + 1 where id = ?',
      );
    case 'recover':
      return sql(`update conferences set state = 'live' where id = (select id from conferences
        where booking_id = ? and state = 'removed_by_host' and not exists (select 1 from conferences other
          where other.booking_id = conferences.booking_id and other.state in ('intended', 'live')) order by id desc limit 1)`);
    case 'plan':
      return plan(deps, bookingId);
    case 'wait':
      return passMinutes(deps, bookingId, 2);
    case 'send':
      deps.mailroom.says = SAYS[step.server];
      return sendMails(deps, bookingId);
    case 'die': {
      const claims = await claimMails(deps, bookingId);
      if (step.when === 'after') deps.mailroom.taken.push(...claims.map(({ written }) => written));
      return claims;
    }
  }
}

/** Until nothing is left to be sent, with a mail server that takes everything. */
async function heal(bookingId: string): Promise<void> {
  deps.mailroom.says = 'yes';
  for (let round = 0; round < 8; round += 1) {
    const { mailsDue } = await plan(deps, bookingId);
    if (mailsDue) await sendMails(deps, bookingId);
    await passMinutes(deps, bookingId, 2);
  }
}

type Taken = WrittenMail & ReadMail & { readonly messageId: string; readonly row: EmailDelivery | undefined };

async function takenOf(booking: string): Promise<Taken[]> {
  const rows = await deps.orm.em.fork().find(EmailDelivery, { booking });
  return deps.mailroom.taken.map((mail) => {
    const read = readMail(mail.source);
    const messageId = read.headers.get('message-id') ?? '';
    return { ...mail, ...read, messageId, row: rows.find((row) => messageId.startsWith(`<${row.messageId}@`)) };
  });
}

const TELLS = new Set(['confirmed', 'pending', 'rescheduled', 'link_ready', 'cancelled', 'declined', 'expired']);
const instant = (date: Date) => date.toISOString().replace(/[-:]|\.\d+/g, '');

/** The last mail tells how it stands; the ids, order and calendar files of all are sound. */
async function judge(bookingId: string): Promise<void> {
  const taken = await takenOf(bookingId);
  const booking = await readBooking(deps, bookingId);
  for (const reader of ['guest', 'host'] as const) {
    const mine = taken.filter(({ row }) => row?.recipient === reader);
    const ids = mine.map(({ messageId }) => messageId);
    for (const id of new Set(ids)) {
      expect(new Set(mine.filter(({ messageId }) => messageId === id).map(({ source }) => source)).size).toBe(1);
      // No other mail to the same reader came between two copies.
      expect(ids.lastIndexOf(id) - ids.indexOf(id) + 1).toBe(ids.filter((other) => other === id).length);
    }
    const last = mine.findLast(({ row }) => TELLS.has(row?.kind ?? ''));
    expectTells(last, booking, await linkOf(bookingId));
    expectTellsProposal(mine, booking);
    expectNumbered(mine.filter((mail, index) => ids.indexOf(mail.messageId) === index));
  }
}

async function linkOf(bookingId: string): Promise<string> {
  const [row] = await deps.orm.em.fork().execute<{ link: string | null }[]>(
    `select coalesce(b.manual_link, (select join_url from conferences c where c.booking_id = b.id and c.state = 'live'
       order by id desc limit 1)) as link from bookings b where b.id = ?`,
    [bookingId],
  );
  return row?.link ?? '';
}

function expectTells(last: Taken | undefined, booking: Awaited<ReturnType<typeof readBooking>>, link: string): void {
  const { status, startsAt } = booking;
  if (status === 'confirmed') {
    expect(['confirmed', 'rescheduled', 'link_ready']).toContain(last?.row?.kind);
    const file = last?.calendars[0]?.bytes.toString().replace(/\r\n /g, '');
    expect(file).toContain('METHOD:REQUEST');
    expect(file).toContain(`DTSTART:${instant(startsAt)}`);
    expect(file).toContain(link);
  } else {
    expect(last?.row?.kind).toBe(status);
    expect(last?.row?.toldStartsAt).toEqual(startsAt);
  }
}

/** Of a booking that stands each reader knows whether another time is proposed, and which. */
function expectTellsProposal(mine: readonly Taken[], { status, proposedStartsAt }: Booking): void {
  if (status !== 'confirmed') return;
  const last = mine.findLast(({ row }) => TELL_PROPOSAL.includes(row?.kind ?? ''))?.row;
  const told = last?.kind === 'proposed' ? proposalIn(last.cause) : null;
  expect(told).toBe(proposedStartsAt?.getTime() ?? null);
}

/** A calendar file that says something else has a higher number than all before. */
function expectNumbered(mine: readonly Taken[]): void {
  const files = mine.flatMap(({ calendars: [file] }) => (file === undefined ? [] : [file.bytes.toString()]));
  const said = files.map((file) => file.replace(/^(DTSTAMP|SEQUENCE):.*$/gm, ''));
  const numbers = files.map((file) => Number(/^SEQUENCE:(\d+)/m.exec(file)?.[1]));
  for (let later = 1; later < files.length; later += 1) {
    if (said[later] === said[later - 1]) expect(numbers[later]).toBeGreaterThanOrEqual(numbers[later - 1] ?? 0);
    else expect(numbers[later]).toBeGreaterThan(numbers[later - 1] ?? 0);
  }
}

async function play(requiresConfirmation: boolean, all: readonly Step[]): Promise<void> {
  deps.mailroom.taken.length = 0;
  const host = await makeHost(deps);
  await makeConnection(deps, host);
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' }, requiresConfirmation });
  const id = await bookTime(deps, type, at(0));
  for (const step of all)
    await take(step, { id, hostId: host.id }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  await heal(id);
  const left = { $or: [{ state: { $in: ['queued' as const, 'claimed' as const] } }, { content: { $ne: null } }] };
  expect(await deps.orm.em.fork().count(EmailDelivery, { booking: id, ...left })).toBe(0);
  await judge(id);
}

/** The host moves the booking to the time that its guest proposes, while the confirmation still waits for its link. */
const PROPOSED_THEN_MOVED: Step[] = [
  { do: 'confirm' },
  { do: 'move', by: 'guest', minutes: 120 },
  { do: 'send', server: 'answers' },
  { do: 'move', by: 'host', minutes: 120 },
];

/** The guest proposes the same time once more after the host has moved the booking, before that move was told. */
const PROPOSED_ONCE_MORE: Step[] = [
  { do: 'paste', path: 'a' },
  { do: 'confirm' },
  { do: 'move', by: 'guest', minutes: 60 },
  { do: 'send', server: 'answers' },
  { do: 'move', by: 'host', minutes: 120 },
  { do: 'move', by: 'guest', minutes: 60 },
  { do: 'send', server: 'answers' },
];

/** The link is gone before the mail about it went out, and then there is one again. */
const REMOVED_AND_BACK: Step[] = [
  { do: 'wait' },
  { do: 'send', server: 'answers' },
  { do: 'make' },
  { do: 'plan' },
  { do: 'remove' },
  { do: 'plan' },
  { do: 'recover' },
];

test('with any changes and failures the last mail to each reader tells the present state', async () => {
  await fc.assert(fc.asyncProperty(fc.boolean(), steps, play), {
    numRuns: 60,
    interruptAfterTimeLimit: 240_000,
    examples: [
      [true, PROPOSED_THEN_MOVED],
      [true, PROPOSED_ONCE_MORE],
      [false, REMOVED_AND_BACK],
    ],
  });
}, 300_000);
