import type { CommandDeps } from '#commands/shared/deps.ts';
import { type Aged, type Claims, DELETED, type Half, lostRows, UNPLANNED, UNREAD } from './lost-work.ts';

const TABLES = ['bookings', 'connections', 'calendars', 'webhooks'] as const;
export type Work = `${Half} ${keyof Claims}` | 'unread' | 'unplanned' | 'deleted';

/** Every kind there may be. */
export const ALL_WORK: ReadonlySet<Work> = new Set<Work>([
  ...(['undelivered', 'overdue'] as const).flatMap((half) => TABLES.map((table): Work => `${half} ${table}`)),
  'unread',
  'unplanned',
  'deleted',
]);

/** Of what there is something to do, by one statement: mostly there is nothing. */
export async function kindsOfWork({ orm, config }: CommandDeps): Promise<ReadonlySet<Work>> {
  const looks: [Work, Aged][] = [
    ...(['undelivered', 'overdue'] as const).flatMap((half) =>
      TABLES.map((table): [Work, Aged] => [`${half} ${table}`, lostRows(config, table, half)]),
    ),
    ['unread', { sql: UNREAD, ageMs: config.OVERDUE_MS }],
    ['unplanned', { sql: UNPLANNED, ageMs: config.UNDELIVERED_MS }],
    ['deleted', { sql: DELETED, ageMs: null }],
  ];
  const [found = {}] = await orm.em.fork().execute<Partial<Record<Work, boolean>>[]>(
    `select ${looks.map(([work, { sql }]) => `exists (${sql}) as "${work}"`).join(', ')}`,
    looks.flatMap(([, { ageMs }]) => ageMs ?? []),
  );
  return new Set(looks.map(([work]) => work).filter((work) => found[work] === true));
}
