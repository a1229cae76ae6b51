import type { Journal, Table } from './journal.ts';

export const NOTIFICATION_MODES = ['on', 'drop', 'duplicate', 'reorder', 'late'] as const;
export type NotificationMode = (typeof NOTIFICATION_MODES)[number];

/** A ready-made webhook call. */
export interface Notification {
  /** Notifications of one lane go out one after the other: usually the account. */
  readonly lane: string;
  /** The provider's word for what happened, for the log. */
  readonly kind: string;
  readonly meetingId?: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What became of one try to deliver. `status` 0: no answer. */
export interface Delivery {
  readonly at: string;
  readonly kind: string;
  readonly meetingId?: string;
  readonly attempt: number;
  readonly status: number | 'dropped';
}

export interface Notifications {
  /** Delivers according to the mode; does not wait. */
  send(notifications: readonly Notification[]): void;
  mode(): NotificationMode;
  setMode(mode: NotificationMode): void;
  /** Logs a call a provider made to the webhook by itself. */
  note(kind: string, status: number): void;
  log(): Delivery[];
  /** Forgets what is still to be sent. */
  clear(): void;
}

/** Waits between tries of a notification that met no answer or a 5xx; providers wait minutes, too long for tests. */
const RETRY_AFTER_MS = [1_000, 3_000, 10_000];
const ANSWER_WITHIN_MS = 3_000;
/** How long `reorder` collects before it sends the latest first. */
const COLLECT_MS = 400;
/** How late `late` is. */
const LATE_MS = 2_500;
const KEPT = 500;

/** The queue of webhook calls; it lives in memory, only its mode survives a restart. */
export function createNotifications(journal: Journal): Notifications {
  const settings: Table<NotificationMode> = journal.table('notification-mode');
  const lanes = new Map<string, Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  const log: Delivery[] = [];
  let held: Notification[] = [];
  let round = new AbortController();

  const note = (
    { kind, meetingId }: Pick<Notification, 'kind' | 'meetingId'>,
    attempt: number,
    status: Delivery['status'],
  ) => {
    const about = meetingId === undefined ? {} : { meetingId };
    log.push({ at: new Date().toISOString(), kind, ...about, attempt, status });
    log.splice(0, log.length - KEPT);
  };
  const later = (work: () => void, ms: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };
  const attempt = async (notification: Notification, tries: number, signal: AbortSignal) => {
    if (signal.aborted) return;
    const status = await post(notification, signal);
    note(notification, tries, status);
    const wait = RETRY_AFTER_MS[tries - 1];
    if ((status !== 0 && status < 500) || wait === undefined || signal.aborted) return;
    later(() => void attempt(notification, tries + 1, signal), wait);
  };
  const queue = (notification: Notification) => {
    const { signal } = round;
    const turn = (lanes.get(notification.lane) ?? Promise.resolve()).then(() => attempt(notification, 1, signal));
    lanes.set(notification.lane, turn);
    void turn.then(() => lanes.get(notification.lane) === turn && lanes.delete(notification.lane));
  };
  const release = () => {
    const latestFirst = held.toReversed();
    held = [];
    latestFirst.forEach(queue);
  };
  const mode = () => settings.get('mode') ?? 'on';
  const ways: Record<NotificationMode, (notification: Notification) => void> = {
    on: queue,
    drop: (notification) => note(notification, 0, 'dropped'),
    duplicate: (notification) => [notification, notification].forEach(queue),
    reorder: (notification) => {
      if (held.push(notification) === 1) later(release, COLLECT_MS);
    },
    late: (notification) => later(() => queue(notification), LATE_MS),
  };

  return {
    send: (notifications) => notifications.forEach(ways[mode()]),
    mode,
    setMode: (next) => {
      release();
      journal.transact(() => settings.put('mode', next));
    },
    note: (kind, status) => note({ kind }, 1, status),
    log: () => [...log],
    clear: () => {
      round.abort();
      round = new AbortController();
      held = [];
      lanes.clear();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

async function post({ url, headers, body }: Notification, ended: AbortSignal): Promise<number> {
  try {
    const signal = AbortSignal.any([ended, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}
