import type { MikroORM } from '@mikro-orm/postgresql';
import type { MetricsExporterConfig } from '@temporalio/worker';
import { Gauge } from 'prom-client';
import { openRegistry } from '#monitoring';

/** The sweep moves the wake time of what it repairs; since when that is late it keeps beside it. */
const lateFor = (interval: string) =>
  `(next_wake_at < now() - interval '${interval}' or late_since < now() - interval '${interval}')`;

/** What is due, by one look at the database. Counts of what should be 0 or shrink; age in seconds. */
const BACKLOG = `
  select (select count(*) from due_bookings where is_undelivered and ${lateFor('1 minute')})
       + (select count(*) from connections where revision > delivered_revision and ${lateFor('1 minute')})
       + (select count(*) from calendars where revision > delivered_revision and ${lateFor('1 minute')})
       + (select count(*) from webhooks where revision > delivered_revision and ${lateFor('1 minute')})
           as signals_undelivered,
         (select count(*) from due_bookings where ${lateFor('5 minutes')} or next_reminder_at < now() - interval '5 minutes')
       + (select count(*) from connections where ${lateFor('5 minutes')})
       + (select count(*) from calendars where ${lateFor('5 minutes')})
       + (select count(*) from webhooks where ${lateFor('5 minutes')}) as wake_ups_overdue,
         queued.count as mails_queued,
         coalesce(extract(epoch from now() - queued.oldest), 0) as mails_oldest_seconds,
         (select count(*) from inbox_notifications where handled_at is null and received_at < now() - interval '5 minutes')
           as notifications_unhandled,
         (select count(*) from conferences where state = 'abandoned') as meetings_abandoned
    from (select count(*), min(due_at) as oldest from email_deliveries
           where state in ('queued', 'claimed') and due_at < now()) queued`;

/** Those whose card says so. A provider with none of them is told too: an alert compares with an hour ago. */
const TO_RECONNECT = `
  select provider, count(*) filter (where state = 'reconnect_needed' or cause = 'uninstalled')
    from connections where is_current group by provider`;

const HELP = {
  signals_undelivered: 'Changes that Temporal has not heard of for a minute',
  wake_ups_overdue:
    'Bookings, connections, calendars and webhooks that should have been looked at five minutes ago, and reminders as late',
  mails_queued: 'Mails that are due and not sent',
  mails_oldest_seconds: 'How long the longest of them has been due',
  notifications_unhandled: 'Notifications from providers that have been unhandled for five minutes',
  meetings_abandoned: 'Meetings left at a provider that we could not delete',
} as const;

interface Sources {
  readonly orm: MikroORM;
  readonly lastSweep: () => Date | undefined;
  /** What the SDK exports, if it does. */
  readonly temporal: (() => Promise<string>) | undefined;
}

/**
 * The process's own figures, the SDK's, and its backlog, in Prometheus' text format. The database is asked at
 * each call; every worker says the same of it, so that alerts take the highest.
 */
export function createMetrics({ orm, lastSweep, temporal }: Sources): () => Promise<string> {
  const registry = openRegistry();
  const registers = [registry];
  const gauges = Object.entries(HELP).map(
    ([name, help]) => [name, new Gauge({ name: `insytical_${name}`, help, registers })] as const,
  );
  const toReconnect = new Gauge({
    name: 'insytical_connections_to_reconnect',
    help: 'Connections that wait for their host to reconnect',
    labelNames: ['provider'],
    registers,
  });
  const swept = new Gauge({
    name: 'insytical_last_sweep_timestamp_seconds',
    help: 'When this worker last looked for lost work and repaired it without an error',
    registers,
  });
  const ask = async () => {
    const [row] = await orm.em.fork().execute<Record<string, string>[]>(BACKLOG);
    const waiting = await orm.em.fork().execute<{ provider: string; count: string }[]>(TO_RECONNECT);
    return { row, waiting };
  };
  return async () => {
    // Without the database the other figures are still told: a worker that is not scraped would look stopped.
    const { row, waiting } = await ask().catch(() => ({ row: undefined, waiting: [] }));
    for (const [name, gauge] of gauges) gauge.set(Number(row?.[name]));
    toReconnect.reset();
    for (const { provider, count } of waiting) toReconnect.set({ provider }, Number(count));
    swept.set((lastSweep()?.getTime() ?? 0) / 1_000);
    const texts = await Promise.all([registry.metrics(), temporal?.()]);
    return texts.filter((text) => text !== undefined).join('\n');
  };
}

/** The SDK's own metrics: its exporter for `Runtime.install`, on a port of loopback, and how to read what it exports. */
export function exportedAt(port: number): {
  readonly exporter: MetricsExporterConfig;
  readonly read: () => Promise<string>;
} {
  const bindAddress = `127.0.0.1:${port}`;
  return {
    exporter: {
      prometheus: { bindAddress, countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true },
    },
    read: async () => {
      const answer = await fetch(`http://${bindAddress}/metrics`, { signal: AbortSignal.timeout(2_000) });
      return answer.text();
    },
  };
}
