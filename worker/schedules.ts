import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { Config } from '#config';
import { BOOKINGS_QUEUE } from '#workflows/task-queues.ts';

/** The two Schedules of the system; made once, brought up to date at each start. */
export async function ensureSchedules(client: Client, config: Config): Promise<void> {
  await ensure(client, 'redeliver', `${config.REDELIVER_MS}ms`);
  await ensure(client, 'prune', '1 day');
}

async function ensure(client: Client, name: 'redeliver' | 'prune', every: string): Promise<void> {
  const spec = { intervals: [{ every: every as '1 day' }] };
  const action = { type: 'startWorkflow' as const, workflowType: name, taskQueue: BOOKINGS_QUEUE, workflowId: name };
  const policies = { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' as const };
  try {
    await client.schedule.create({ scheduleId: name, spec, action, policies });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(name).update((known) => ({ ...known, spec, action, policies }));
  }
}
