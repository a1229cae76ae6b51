import type { Config } from '#config';
import { FurtherGuest } from '#db/entities/further-guest.ts';
import type { Em } from '#db/host-transaction.ts';
import { readToken, signToken } from './link-token.ts';

/** The key by which a further guest leaves a booking; it opens and changes nothing else of it. It is not stored. */
export const furtherGuestToken = (config: Config, { id }: { readonly id: string }): string =>
  signToken(config, id, signedOf(id));

/** The further guest whose link this is, or null: forged, removed, gone. The caller answers all alike. */
export async function findFurtherGuestByToken(em: Em, config: Config, token: string): Promise<FurtherGuest | null> {
  const read = readToken(config, token);
  if (!read?.isFor(signedOf(read.id))) return null;
  return em.findOne(FurtherGuest, { id: read.id, removedAt: null });
}

const signedOf = (id: string) => `further-guest.v1|${id}`;
