import { randomUUID } from 'node:crypto';
import { HostPhoto } from '#db/entities/host-photo.ts';
import { User } from '#db/entities/user.ts';
import { hostTransaction } from '#db/host-transaction.ts';
import { says } from '#messages/says.ts';
import type { CommandDeps } from '../shared/deps.ts';
import { Refusal } from '../shared/refusal.ts';
import { squarePhoto } from './square-photo.ts';

interface NewPhoto {
  readonly hostId: string;
  /** The file as the host gave it. */
  readonly bytes: Uint8Array;
}

/**
 * Shows a picture beside the host's name, instead of a former one.
 * @returns the host @throws Refusal `validation_failed` for what is no JPEG, PNG or WebP picture
 */
export async function setPhoto({ orm }: CommandDeps, { hostId, bytes }: NewPhoto): Promise<User> {
  const jpeg = await squarePhoto(bytes);
  if (jpeg === null) throw new Refusal('validation_failed', says('said.bad_picture'));
  return hostTransaction(orm, hostId, async (em) => {
    const host = await em.findOneOrFail(User, { id: hostId });
    host.image = randomUUID();
    await em.upsert(HostPhoto, { host: hostId, name: host.image, jpeg });
    return host;
  });
}

/** Takes the photo away; where there is none nothing happens. */
export function removePhoto({ orm }: CommandDeps, { hostId }: { readonly hostId: string }): Promise<void> {
  return hostTransaction(orm, hostId, async (em) => {
    await em.nativeDelete(HostPhoto, { host: hostId });
    await em.nativeUpdate(User, { id: hostId }, { image: null });
  });
}
