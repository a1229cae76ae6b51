import { type NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import { type BookingActivities, createBookingActivities } from '#activities/booking-activities.ts';
import { type ConnectionActivities, createConnectionActivities } from '#activities/connection-activities.ts';
import type { ActivityDeps } from '#activities/deps.ts';
import { BOOKINGS_QUEUE, MAIL_QUEUE } from '#workflows/task-queues.ts';
import { ActivityInterceptor } from './activity-interceptor.ts';
import type { Progress } from './progress.ts';

interface Options {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly workflowBundle: WorkflowBundle;
  readonly deps: ActivityDeps;
  readonly progress: Progress;
}

/** In-flight activities get this long at shutdown; the default of 0 would cancel them at once. */
const SHUTDOWN_GRACE = '25s';

/** One worker a task queue: a sick provider fills only its own. */
export async function createWorkers({
  connection,
  namespace,
  workflowBundle,
  deps,
  progress,
}: Options): Promise<Worker[]> {
  const booking = createBookingActivities(deps);
  const { planBooking, operate, sendMails, ...meetings } = booking;
  const { planConnection, wakeBookings, sendConnectionMails, ...calls } = createConnectionActivities(deps);
  const shared = {
    connection,
    namespace,
    shutdownGraceTime: SHUTDOWN_GRACE,
    interceptors: {
      activity: [
        (context: ConstructorParameters<typeof ActivityInterceptor>[0]) => ({
          inbound: new ActivityInterceptor(context),
        }),
      ],
    },
  };
  const bookings = Worker.create({
    ...shared,
    taskQueue: BOOKINGS_QUEUE,
    workflowBundle,
    maxCachedWorkflows: 500,
    activities: {
      planBooking: (id, situation) => progress.plan(id, () => planBooking(id, situation)),
      planConnection: (id, situation) => progress.plan(id, () => planConnection(id, situation)),
      operate,
      wakeBookings,
    } satisfies Partial<BookingActivities & ConnectionActivities>,
  });
  const mail = Worker.create({
    ...shared,
    taskQueue: MAIL_QUEUE,
    maxConcurrentActivityTaskExecutions: 20,
    activities: { sendMails, sendConnectionMails },
  });
  const providers = deps.providers.all().map(({ manifest }) =>
    Worker.create({
      ...shared,
      taskQueue: manifest.id,
      maxConcurrentActivityTaskExecutions: 20,
      activities: { ...meetings, ...calls },
    }),
  );
  return Promise.all([bookings, mail, ...providers]);
}
