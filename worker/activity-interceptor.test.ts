import { setTimeout as sleep } from 'node:timers/promises';
import { asyncLocalStorage, CancelledFailure, type Context } from '@temporalio/activity';
import { expect, test } from 'vitest';
import { sendMails } from '#activities/mails/send-mails.ts';
import { until } from '#dev/clients/until.ts';
import { at, bookTime, mailsOf } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { ActivityInterceptor } from './activity-interceptor.ts';

const deps = await openWorkshop();

/** An activity's context as far as ours look at it. */
function contextOf(heartbeatTimeoutMs: number | undefined, cancellationSignal = new AbortController().signal) {
  const beats = { count: 0 };
  const info = { heartbeatTimeoutMs, activityType: 'an activity', attempt: 1 };
  const context = { info, cancellationSignal, heartbeat: () => (beats.count += 1) };
  return { beats, context: context as unknown as Context };
}

const intercept = (context: Context, work: () => Promise<unknown>) =>
  asyncLocalStorage.run(context, () => new ActivityInterceptor(context).execute({ args: [], headers: {} }, work));

test.each([0, undefined])('an activity with a heartbeat time-out of %s does not beat', async (heartbeatTimeoutMs) => {
  const { context, beats } = contextOf(heartbeatTimeoutMs);
  await intercept(context, () => sleep(30));
  expect(beats.count).toBe(0);
});

test('an activity with a heartbeat time-out beats while it runs, and not after', async () => {
  const { context, beats } = contextOf(30);
  await intercept(context, () => until('two beats', () => beats.count >= 2, { every: 5 }));
  const atItsEnd = beats.count;
  await sleep(30);
  expect(beats.count).toBe(atItsEnd);
});

test('a cancelled activity ends before its next step, as cancelled', async () => {
  const type = await makeEventType(deps, await makeHost(deps));
  const id = await bookTime(deps, type, at(0));
  await plan(deps, id);
  const cancelled = new CancelledFailure('CANCELLED');
  const { context } = contextOf(undefined, AbortSignal.abort(cancelled));
  await expect(intercept(context, () => sendMails(deps, id))).rejects.toBe(cancelled);
  expect(await mailsOf(deps, id)).toEqual(['confirmed guest queued', 'confirmed host queued']);
});
