import type { Context } from '@temporalio/activity';
import {
  type NativeConnection,
  Worker,
  type WorkerDeploymentOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import { type BookingActivities, createBookingActivities } from '#activities/booking-activities.ts';
import { type CalendarActivities, createCalendarActivities } from '#activities/calendar-activities.ts';
import { type ConnectionActivities, createConnectionActivities } from '#activities/connection-activities.ts';
import type { ActivityDeps } from '#activities/deps.ts';
import { createWebhookActivities, type WebhookActivities } from '#activities/webhook-activities.ts';
import type { Tracing } from '#tracing';
import { BOOKINGS_QUEUE, CALENDARS_QUEUE, MAIL_QUEUE, upkeepQueue, WEBHOOKS_QUEUE } from '#workflows/task-queues.ts';
import { ActivityInterceptor } from './activity-interceptor.ts';
import type { Progress } from './progress.ts';

interface Options {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly workflowBundle: WorkflowBundleOption;
  /** Our version; without one we take any work. */
  readonly buildId: string | undefined;
  /** Left out where no traces are made. */
  readonly tracing?: Pick<Tracing, 'activity' | 'sinks'> | undefined;
  readonly deps: ActivityDeps;
  /** The same for what no person waits for. */
  readonly upkeep: ActivityDeps;
  readonly progress: Progress;
}

/** In-flight activities get this long at shutdown; the default of 0 would cancel them at once. */
const SHUTDOWN_GRACE = '25s';

/** One worker a task queue: a sick provider fills only its own, and what no person waits for takes no place of what one does. */
export async function createWorkers({
  connection,
  namespace,
  workflowBundle,
  buildId,
  tracing,
  deps,
  upkeep,
  progress,
}: Options): Promise<Worker[]> {
  const booking = createBookingActivities(deps);
  const { planBooking, operate, sendMails, ...meetings } = booking;
  const { readNotifications, sendConnectionMails } = createConnectionActivities(deps);
  const { planConnection, wakeBookings, ...calls } = createConnectionActivities(upkeep);
  const { planCalendar, readCalendar, sendCalendarMails } = createCalendarActivities(upkeep);
  const { sendWebhookMails } = createWebhookActivities(deps);
  const { planWebhook, deliverEvents } = createWebhookActivities(upkeep);
  const shared = {
    connection,
    namespace,
    ...(buildId !== undefined && { workerDeploymentOptions: versionOf(buildId) }),
    shutdownGraceTime: SHUTDOWN_GRACE,
    interceptors: {
      // The outer one first: a trace learns of a failure what Temporal does.
      activity: [
        ...(tracing ? [(context: Context) => ({ inbound: tracing.activity(context) })] : []),
        (context: Context) => ({ inbound: new ActivityInterceptor(context) }),
      ],
    },
  };
  const bookings = Worker.create({
    ...shared,
    taskQueue: BOOKINGS_QUEUE,
    workflowBundle,
    ...(tracing && { sinks: tracing.sinks }),
    maxCachedWorkflows: 500,
    // Of mails; local activities, which plan, have places of their own.
    maxConcurrentActivityTaskExecutions: 20,
    activities: {
      planBooking: (id, situation) => progress.plan(id, () => planBooking(id, situation)),
      planConnection: (id, situation) => progress.plan(id, () => planConnection(id, situation)),
      planCalendar: (id, situation) => progress.plan(id, () => planCalendar(id, situation)),
      planWebhook: (id, situation) => progress.plan(id, () => planWebhook(id, situation)),
      sendMails,
      operate,
      wakeBookings,
    } satisfies Partial<BookingActivities & ConnectionActivities & CalendarActivities & WebhookActivities>,
  });
  const mail = Worker.create({
    ...shared,
    taskQueue: MAIL_QUEUE,
    maxConcurrentActivityTaskExecutions: 20,
    // `sendMails`: what workers before this version have queued here.
    activities: { sendMails, sendConnectionMails, sendCalendarMails, sendWebhookMails },
  });
  const calendars = Worker.create({
    ...shared,
    taskQueue: CALENDARS_QUEUE,
    maxConcurrentActivityTaskExecutions: 10,
    activities: { readCalendar },
  });
  const webhooks = Worker.create({
    ...shared,
    taskQueue: WEBHOOKS_QUEUE,
    // One for each webhook with something to deliver: a slow one keeps one of them, for a round at a time.
    maxConcurrentActivityTaskExecutions: 40,
    activities: { deliverEvents },
  });
  const providers = deps.providers.all().flatMap(({ manifest }) => [
    Worker.create({
      ...shared,
      taskQueue: manifest.id,
      maxConcurrentActivityTaskExecutions: 20,
      activities: { ...meetings, readNotifications },
    }),
    Worker.create({
      ...shared,
      taskQueue: upkeepQueue(manifest.id),
      maxConcurrentActivityTaskExecutions: 5,
      activities: calls,
    }),
  ]);
  return Promise.all([bookings, mail, calendars, webhooks, ...providers]);
}

/** Every worker of this product, of any version: what Temporal calls a Worker Deployment. */
export const WORKER_DEPLOYMENT = 'insytical';

/**
 * Bookings live for months, and no worker should have to: each next task of a workflow goes to the version that is current
 * then (or to the ramping one), which replays what an older one did and continues as new (`workflows/continue.ts`).
 */
function versionOf(buildId: string): WorkerDeploymentOptions {
  const version = { deploymentName: WORKER_DEPLOYMENT, buildId };
  return { version, useWorkerVersioning: true, defaultVersioningBehavior: 'AUTO_UPGRADE' };
}
