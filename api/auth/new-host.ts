import { randomInt, randomUUIDv7 } from 'node:crypto';
import { Schedule } from '#db/entities/schedule.ts';
import { User } from '#db/entities/user.ts';
import type { Orm } from '#db/orm.ts';
import { isHandle, isReservedHandle, slugify } from '#domain/handles.ts';
import { isTimeZone } from '#domain/slots/time-zone.ts';

/** A stranger's words, or none: only a zone we know is taken, else UTC. */
const zoneOf = (given: unknown) => (typeof given === 'string' && isTimeZone(given) ? given : 'UTC');

/** A name goes into subjects, headers and calendars: one line, as long as the account page would take. */
const oneLine = (name: string) =>
  name
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 100);

/** What sign-up adds to a new account: a free handle made from the name (else the address), and the browser's zone. */
export async function newHost(
  orm: Orm,
  user: { readonly name: string; readonly email: string; readonly [field: string]: unknown },
): Promise<{ handle: string; timeZone: string; name: string }> {
  const name = oneLine(user.name) || (user.email.split('@')[0] ?? 'Host');
  return { handle: await freeHandle(orm, name, user.email), timeZone: zoneOf(user['timeZone']), name };
}

/** A first schedule for a new host: Monday to Friday, 09:00–17:00, in their zone. */
export async function furnishHost(
  orm: Orm,
  user: { readonly id: string; readonly [field: string]: unknown },
): Promise<void> {
  const em = orm.em.fork();
  em.create(Schedule, {
    id: randomUUIDv7(),
    host: user.id,
    name: 'Working hours',
    timeZone: zoneOf(user['timeZone']),
    isDefault: true,
    weekly: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    overrides: [],
  });
  await em.flush();
}

async function freeHandle(orm: Orm, name: string, email: string): Promise<string> {
  const [local = ''] = email.split('@');
  const wishes = [name, local, `${name} ${local}`].map((text) => slugify(text, 32)).filter(isUsable);
  const base = wishes[0] ?? 'host';
  const numbered = Array.from({ length: 4 }, () => `${base}-${randomInt(1_000, 10_000)}`);
  const candidates = [...wishes, ...numbered];
  const taken = await orm.em.fork().find(User, { handle: { $in: candidates } }, { fields: ['handle'] });
  const takenHandles = new Set(taken.map(({ handle }) => handle));
  return candidates.find((handle) => !takenHandles.has(handle)) ?? `${base}-${randomInt(100_000, 1_000_000)}`;
}

const isUsable = (handle: string) => isHandle(handle) && !isReservedHandle(handle);
