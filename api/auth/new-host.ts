import { randomInt } from 'node:crypto';
import { FormerHandle } from '#db/entities/former-handle.ts';
import { User } from '#db/entities/user.ts';
import type { Orm } from '#db/orm.ts';
import { isHandle, isReservedHandle, slugify } from '#domain/handles.ts';
import { cleanName, cutTo } from '#domain/names.ts';
import { isTimeZone } from '#domain/slots/time-zone.ts';

/** As long as the account page would take it. */
const MOST_OF_A_NAME = 100;

/** A stranger's words, or none: only a zone we know is taken, else UTC. */
export const zoneOf = (given: unknown) => (typeof given === 'string' && isTimeZone(given) ? given : 'UTC');

/** What sign-up adds to a new account: a free handle made from the name (else the address), and the browser's zone. */
export async function newHost(
  orm: Orm,
  user: { readonly name: string; readonly email: string; readonly [field: string]: unknown },
): Promise<{ handle: string; timeZone: string; name: string }> {
  const name = cutTo(cleanName(user.name), MOST_OF_A_NAME).trimEnd() || (user.email.split('@')[0] ?? 'Host');
  return { handle: await freeHandle(orm, name, user.email), timeZone: zoneOf(user['timeZone']), name };
}

/** Handles given to accounts that are being made, each with when that was, in ms: two of one name may sign up at once. */
const promised = new Map<string, number>();
const PROMISE_MS = 60_000;

async function freeHandle(orm: Orm, name: string, email: string): Promise<string> {
  const base = baseOf(name, email);
  const candidates = [base, ...Array.from({ length: 8 }, () => `${base}-${randomInt(100, 10_000)}`)].filter(isUsable);
  const em = orm.em.fork();
  // In this order: who gives a handle up meanwhile is found by the second question.
  const taken = await em.find(User, { handle: { $in: candidates } }, { fields: ['handle'] });
  const kept = await em.find(FormerHandle, { handle: { $in: candidates }, keptUntil: { $gt: new Date() } });
  const now = Date.now();
  for (const [handle, at] of promised) if (at < now - PROMISE_MS) promised.delete(handle);
  const gone = new Set([...[...taken, ...kept].map(({ handle }) => handle), ...promised.keys()]);
  const handle = candidates.find((one) => !gone.has(one)) ?? `${base}-${randomInt(100_000, 1_000_000)}`;
  promised.set(handle, now);
  return handle;
}

/** What a handle is made of: the name, or, where its script leaves nothing of it, what the address begins with. */
function baseOf(name: string, email: string): string {
  const local = email.split('@')[0]?.split('+')[0] ?? '';
  const candidates = [name, local, `${name} ${local}`].map((text) => slugify(text, 32));
  return candidates.find(isHandle) ?? 'host';
}

const isUsable = (handle: string) => isHandle(handle) && !isReservedHandle(handle);
