import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { InboxNotification } from '#db/entities/inbox-notification.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import { at, bookTime, readBooking } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { planConnection } from '../connections/plan-connection.ts';
import { withCallSlot } from '../provider-calls/call-slot.ts';
import { recordProviderFailure } from './record-provider-failure.ts';
import { takeLease, underLease } from './lease.ts';
import { withMeeting } from './meeting-context.ts';
import { storeAndPlan, storeMeeting, storeTwins } from './store-meeting.ts';

const deps = await openWorkshop({ environment: { CALL_LEASE_MS: '60000' } });

async function meant() {
  const host = await makeHost(deps);
  const connection = await makeConnection(deps, host);
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' } });
  const id = await bookTime(deps, type, at(0));
  await plan(deps, id);
  const [row] = await rowsOf(id);
  return { id, connection, meeting: row?.id ?? '' };
}

const rowsOf = (booking: string) =>
  deps.orm.em.fork().find(Conference, { booking }, { orderBy: { createdAt: 'asc', id: 'asc' } });
const said = async (booking: string) => (await rowsOf(booking)).map((row) => `${row.state} ${row.providerMeetingId}`);

const made = (id: string): LiveMeeting => ({
  id,
  joinUrl: `https://zoom.us/j/${id}`,
  linkExpected: true,
  startsAt: at(0).getTime(),
  endsAt: at(30).getTime(),
});

test('the meeting is live with what the provider confirmed', async () => {
  const { id, meeting } = await meant();
  await storeMeeting(deps, meeting, made('1'));
  const [row] = await rowsOf(id);
  expect(row).toMatchObject({ state: 'live', providerMeetingId: '1', syncedStartsAt: at(0), syncedEndsAt: at(30) });
  expect((await plan(deps, id)).conference).toBeNull();
});

test('stored with its plan, it is live, its lease given back, and its mails due', async () => {
  const { id, meeting } = await meant();
  await withMeeting(deps, meeting, async (context) => {
    const stored = await storeAndPlan(deps, context, made('1'));
    expect(stored?.plan).toMatchObject({ conference: null, conferenceStatus: 'ready', mailsDue: true });
    expect(stored?.plan.story.at(-1)?.what).toBe('conference created (system)');
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ state: 'live', providerMeetingId: '1', leaseToken: null, leaseUntil: null });
    return 'created';
  });
});

test.each([
  ['it has no link yet', made('1'), async () => {}, 'intended null', { joinUrl: null }],
  ['another was stored meanwhile', made('2'), (id: string) => storeMeeting(deps, id, made('1')), 'live 1', {}],
])('nothing is stored with a plan where %s', async (_why, answer, meanwhile, expected, otherwise) => {
  const { id, meeting } = await meant();
  await withMeeting(deps, meeting, async (context) => {
    await meanwhile(meeting);
    expect(await storeAndPlan(deps, context, { ...answer, ...otherwise })).toBeNull();
    expect(await said(id)).toEqual([expected]);
    return 'nothing';
  });
  expect((await rowsOf(id))[0]).toMatchObject({ leaseToken: null });
});

test('the same answer twice is one meeting; another answer is a twin, to be deleted', async () => {
  const { id, meeting } = await meant();
  await storeMeeting(deps, meeting, made('1'));
  await storeMeeting(deps, meeting, made('1'));
  expect(await said(id)).toEqual(['live 1']);
  await storeMeeting(deps, meeting, made('2'));
  expect(await said(id)).toEqual(['live 1', 'deleting 2']);
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'deleteMeeting' });
});

test('two answers at once: one is kept, the other deleted, none forgotten', async () => {
  const { id, meeting } = await meant();
  await Promise.all([storeMeeting(deps, meeting, made('1')), storeMeeting(deps, meeting, made('2'))]);
  const rows = await rowsOf(id);
  expect(rows.map(({ state }) => state)).toEqual(['live', 'deleting']);
  expect(new Set(rows.map(({ providerMeetingId }) => providerMeetingId))).toEqual(new Set(['1', '2']));
});

test('an answer that comes after the booking was cancelled leads to its deletion', async () => {
  const { id, meeting } = await meant();
  await deps.orm.em.fork().execute('update conferences set called_at = now() where id = ?', [meeting]);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await plan(deps, id);
  await storeMeeting(deps, meeting, made('1'));
  expect(await said(id)).toEqual(['deleting 1']);
});

test('an answer for a meeting that counted as deleted turns it back to be deleted', async () => {
  const { id, meeting } = await meant();
  for (const state of ['deleted', 'abandoned']) {
    await deps.orm.em
      .fork()
      .execute('update conferences set state = ?, provider_meeting_id = null where id = ?', [state, meeting]);
    await storeMeeting(deps, meeting, made('1'));
    expect(await said(id)).toEqual(['deleting 1']);
  }
});

test('twins are stored once each', async () => {
  const { id, meeting } = await meant();
  await storeMeeting(deps, meeting, made('1'));
  await storeTwins(deps, meeting, [made('2'), made('3')]);
  await storeTwins(deps, meeting, [made('2'), made('3')]);
  expect((await said(id)).toSorted((a, b) => a.localeCompare(b))).toEqual(['deleting 2', 'deleting 3', 'live 1']);
});

test('a notification that came before our own answer is read as soon as it can be', async () => {
  const { connection, meeting } = await meant();
  const em = deps.orm.em.fork();
  em.create(InboxNotification, {
    id: randomUUIDv7(),
    provider: 'zoom',
    dedupeKey: randomUUIDv7(),
    what: 'deleted',
    meetingId: '404',
    receivedAt: new Date(),
  });
  await em.flush();
  const next = () => planConnection(deps, connection.id, { busy: [], gaveUp: false });
  expect((await next()).call).toBeNull();
  await storeMeeting(deps, meeting, made('404'));
  expect(deps.signalled.at(-1)).toBe(`connection ${connection.id} noticed`);
  expect((await next()).call).toBe('readNotifications');
});

test('of two workers one has the lease; the other is told to come back', async () => {
  const { meeting } = await meant();
  const lease = await takeLease(deps, meeting);
  await expect(takeLease(deps, meeting)).rejects.toMatchObject({ kind: 'conflict', facts: { code: 'lease_held' } });
  await lease.release();
  await underLease(deps, meeting, async () => {
    await expect(takeLease(deps, meeting)).rejects.toMatchObject({ kind: 'conflict' });
  });
  await (await takeLease(deps, meeting)).release();
});

test('a lease that ran out passes on, and its former holder may not go on with it', async () => {
  const { meeting } = await meant();
  const former = await takeLease(deps, meeting);
  await deps.orm.em.fork().execute('update conferences set lease_until = now() where id = ?', [meeting]);
  const next = await takeLease(deps, meeting);
  await expect(former.commit('create')).rejects.toMatchObject({ kind: 'conflict' });
  await former.release();
  await next.commit('create');
});

test('no more calls at once than the account takes; a place is given back after a failure too', async () => {
  const { connection } = await meant();
  const inside = Promise.withResolvers<void>();
  const two = [1, 2].map(() => withCallSlot(deps, connection.id, 2, () => inside.promise));
  await expect
    .poll(async () => deps.orm.em.fork().execute('select 1 from call_slots where lease_until is not null'))
    .toHaveLength(2);
  const third = () => withCallSlot(deps, connection.id, 2, async () => 'done');
  await expect(third()).rejects.toMatchObject({ kind: 'rate_limited', facts: { code: 'no_call_slot' } });
  inside.resolve();
  await Promise.all(two);
  await expect(withCallSlot(deps, connection.id, 2, () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );
  expect(await Promise.all([third(), third()])).toEqual(['done', 'done']);
});

test('a full account is parked: the host hears of it, and the confirmation no longer waits', async () => {
  const { id, meeting, connection } = await meant();
  const full = new ProviderError('rate_limited', {
    text: 'Zoom takes no more meetings today.',
    code: 'daily_cap',
    definite: true,
    retryAfterMs: 3_600_000,
    scope: 'account',
  });
  await recordProviderFailure(deps, meeting, full);
  const [{ paused } = { paused: 0 }] = await deps.orm.em
    .fork()
    .execute<{ paused: number }[]>(
      'select extract(epoch from paused_until - now())::int as paused from connections where id = ?',
      [connection.id],
    );
  expect(paused).toBeGreaterThanOrEqual(3_595);
  expect(paused).toBeLessThanOrEqual(3_630);
  expect(await plan(deps, id)).toMatchObject({ conference: null, mailsDue: true, conferenceStatus: 'pending' });
});

test('a permanent refusal waits for the host: no further call, and a mail that says so', async () => {
  const { id, meeting } = await meant();
  const no = new ProviderError('rejected', { text: 'The account may not.', code: 'no_license', definite: true });
  await recordProviderFailure(deps, meeting, no);
  expect((await rowsOf(id))[0]).toMatchObject({ problem: { code: 'no_license' } });
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'failed', mailsDue: true });
});

test('a passing trouble is passed on, and changes nothing', async () => {
  const { id, meeting } = await meant();
  const before = await readBooking(deps, id);
  const busy = new ProviderError('unavailable', { text: 'Not now.', code: 'provider_unavailable', definite: false });
  await expect(recordProviderFailure(deps, meeting, busy)).rejects.toBe(busy);
  expect(await readBooking(deps, id)).toEqual(before);
});

test('a read that is refused permanently is not repeated', async () => {
  const { id, meeting } = await meant();
  await storeMeeting(deps, meeting, made('81111111111'));
  await deps.orm.em.fork().execute('update conferences set follow_asked_at = now() where id = ?', [meeting]);
  expect(await plan(deps, id)).toMatchObject({ conference: { action: 'reconcileMeeting' } });
  const no = new ProviderError('rejected', { text: 'The account may not.', code: 'no_license', definite: true });
  await recordProviderFailure(deps, meeting, no);
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'ready' });
});
