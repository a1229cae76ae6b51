import { defineSignal, proxyActivities, proxyLocalActivities, setHandler, sleep } from '@temporalio/workflow';
import type { Noop } from './worker.ts';

/** Two queues besides the workflows' own, as a provider's and the mails'. */
export const QUEUES = { workflows: 'noop', first: 'noop-first', second: 'noop-second' } as const;

const { plan, lastPlan } = proxyLocalActivities<Noop>({ startToCloseTimeout: '10s' });
const activitiesOn = (taskQueue: string) => proxyActivities<Noop>({ taskQueue, startToCloseTimeout: '30s' });

/** The shape of a booking's workflow with nothing in it: what Temporal and its SDK cost by themselves. */
export async function noop(id: string): Promise<void> {
  setHandler(defineSignal<[number]>('booked'), () => undefined);
  await plan(id);
  const timers = [sleep('1 day'), sleep('2 days')];
  await activitiesOn(QUEUES.first).act(id);
  await plan(id);
  await activitiesOn(QUEUES.second).act(id);
  await lastPlan(id);
  await Promise.all(timers);
}
