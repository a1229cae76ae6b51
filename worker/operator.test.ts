import { expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { at, bookTime, mailsOf, readBooking } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { runWorkers } from '#test/fixtures/running-workers.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { bookingWorkflowId } from '#workflows/signals.ts';

const MINUTE_MS = 60_000;
const { deps, workflows } = await runWorkers(await openWorkshop());

async function booked(rules: Parameters<typeof makeEventType>[2] = {}) {
  const id = await bookTime(deps, await makeEventType(deps, await makeHost(deps), rules), at(0));
  await until('the first mails', async () => (await sent(id)).length === 2, { within: MINUTE_MS });
  return { id, workflow: workflows.client.workflow.getHandle(bookingWorkflowId(id)) };
}

const sent = async (id: string) => (await mailsOf(deps, id)).filter((mail) => mail.endsWith(' sent'));
const timelineOf = async (id: string) => {
  const events = await deps.orm.em.fork().find(BookingEvent, { booking: id }, { orderBy: { id: 'asc' } });
  return events.map(({ kind, actor }) => `${kind} ${actor}`);
};
const isIdle = async (workflow: Awaited<ReturnType<typeof booked>>['workflow']) => {
  const { pendingWorkflowTask, pendingActivities } = (await workflow.describe()).raw;
  return !pendingWorkflowTask && (pendingActivities ?? []).length === 0;
};
const ended = (id: string, status: string) =>
  until(`the booking to be ${status}`, async () => (await readBooking(deps, id)).status === status, {
    within: MINUTE_MS,
  });

test.each([
  ['the signal', async ({ workflow }: Awaited<ReturnType<typeof booked>>) => workflow.signal('cancel')],
  ['a request to cancel the workflow', async ({ workflow }: Awaited<ReturnType<typeof booked>>) => workflow.cancel()],
])('%s cancels the booking once, and both are told', async (_how, ask) => {
  const booking = await booked();
  await ask(booking);
  await ended(booking.id, 'cancelled');
  await until('the run to end', async () => (await booking.workflow.describe()).status.name === 'COMPLETED', {
    within: MINUTE_MS,
  });
  expect(await timelineOf(booking.id)).toEqual(['booked guest', 'cancelled operator']);
  expect((await sent(booking.id)).slice(2)).toEqual(['cancelled guest sent', 'cancelled host sent']);
  expect((await readBooking(deps, booking.id)).endedBy).toBe('operator');
});

test('the operator confirms, sends again, and is refused what cannot be done', async () => {
  const { id, workflow } = await booked({ requiresConfirmation: true });
  await workflow.signal('confirm');
  await ended(id, 'confirmed');
  await until('the confirmation', async () => (await sent(id)).length === 4, { within: MINUTE_MS });
  await workflow.signal('resend');
  await until('the confirmation again', async () => (await sent(id)).length === 6, { within: MINUTE_MS });
  await workflow.signal('decline');
  await until('the refusal', async () => (await timelineOf(id)).length === 4, { within: MINUTE_MS });
  expect(await timelineOf(id)).toEqual([
    'booked guest',
    'confirmed operator',
    'resent operator',
    'operation_refused operator',
  ]);
  expect((await readBooking(deps, id)).status).toBe('confirmed');
});

test('a signal that announces a revision is no command, and one this build does not know is a reason to plan', async () => {
  const { id, workflow } = await booked({ requiresConfirmation: true });
  await workflow.signal('confirm', 1);
  await workflow.signal('decline', 7);
  await until('both to be seen to', () => isIdle(workflow), { within: MINUTE_MS });
  await deps.orm.em.fork().execute('update bookings set hold_ends_at = now() where id = ?', [id]);
  await workflow.signal('fromTheFuture');
  await ended(id, 'expired');
  expect(await timelineOf(id)).toEqual(['booked guest', 'expired system']);
});

test('a proposed time that its host does not answer runs out by its timer, and the booking stays', async () => {
  const { id, workflow } = await booked({ requiresConfirmation: true });
  await workflow.signal('confirm');
  await ended(id, 'confirmed');
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(120) });
  await deps.orm.em.fork().execute(`update bookings set hold_ends_at = now() + interval '1 second' where id = ?`, [id]);
  // So that the workflow learns of it; what ends the wait is its timer.
  await workflow.signal('sweep');
  await until('its end', async () => (await readBooking(deps, id)).proposedStartsAt === null, { within: MINUTE_MS });
  expect(await readBooking(deps, id)).toMatchObject({ status: 'confirmed', startsAt: at(0) });
  expect((await timelineOf(id)).at(-1)).toBe('proposal_expired system');
});
