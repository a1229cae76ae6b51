import { FormerHandle } from '#db/entities/former-handle.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { Refusal } from '#commands/shared/refusal.ts';

/** Links that were shared go on leading to the host for so long. */
const KEPT_MS = 90 * 86_400_000;
/** More would let one host keep names from others. */
const MOST_FORMER = 5;

/**
 * Gives a host another handle and keeps the present one for 90 days. To be called in a transaction under the host's lock,
 * which writes the handle here: whoever takes a handle looks for its former hosts afterwards, since these may give it up
 * at the same moment.
 * @throws Refusal `validation_failed` where somebody else has or had the handle, or too many are kept; the driver's
 * unique violation where somebody else has it since a moment ago
 */
export async function takeHandle(em: Em, host: User, handle: string, now: Date): Promise<void> {
  await em.nativeDelete(FormerHandle, { handle, $or: [{ host: host.id }, { keptUntil: { $lte: now } }] });
  const keptUntil = new Date(now.getTime() + KEPT_MS);
  await em.upsert(FormerHandle, { handle: host.handle, host: host.id, keptUntil });
  if ((await em.count(FormerHandle, { host: host.id, keptUntil: { $gt: now } })) > MOST_FORMER)
    throw refused('You have changed your handle too often in the last 90 days. Take one of your former handles.');
  host.handle = handle;
  await em.flush();
  if ((await em.count(FormerHandle, { handle })) > 0) throw refused('Somebody has this handle.');
}

/** The host whom a former handle still leads to, or null. */
export async function findByFormerHandle(em: Em, handle: string, now: Date): Promise<User | null> {
  const former = await em.findOne(FormerHandle, { handle, keptUntil: { $gt: now } });
  return former && em.findOne(User, { id: former.host, eraseAskedAt: null });
}

const refused = (detail: string) =>
  new Refusal('validation_failed', detail, { errors: [{ pointer: '/handle', detail }] });
