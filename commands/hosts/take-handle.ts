import { FormerHandle } from '#db/entities/former-handle.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { invalidField } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

/** For so long, links that were shared still lead to the host. */
const KEPT_MS = 90 * 86_400_000;
/** More would let one host keep names from others. */
const MOST_FORMER = 5;
/** What a host is told whose handle is another host's, or leads to one. */
export const HANDLE_TAKEN = says('said.handle_taken');

/**
 * Gives a host another handle and keeps the present one for 90 days. To be called in a transaction under the host's lock,
 * which writes the handle here: its former hosts are looked for afterwards, since they may give it up at the same moment.
 * @throws Refusal `validation_failed` where the handle is or was another host's, or too many are kept; the driver's
 * unique violation where another host took it a moment ago
 */
export async function takeHandle(em: Em, host: User, handle: string, now: Date): Promise<void> {
  await em.nativeDelete(FormerHandle, { handle, $or: [{ host: host.id }, { keptUntil: { $lte: now } }] });
  const keptUntil = new Date(now.getTime() + KEPT_MS);
  await em.upsert(FormerHandle, { handle: host.handle, host: host.id, keptUntil });
  if ((await em.count(FormerHandle, { host: host.id, keptUntil: { $gt: now } })) > MOST_FORMER)
    throw invalidField('/handle', says('said.handle_too_often'));
  host.handle = handle;
  await em.flush();
  if ((await em.count(FormerHandle, { handle })) > 0) throw invalidField('/handle', HANDLE_TAKEN);
}

/** The host whom a former handle still leads to, or null. */
export async function findByFormerHandle(em: Em, handle: string, now: Date): Promise<User | null> {
  const former = await em.findOne(FormerHandle, { handle, keptUntil: { $gt: now } });
  return former && em.findOne(User, { id: former.host, eraseAskedAt: null });
}
