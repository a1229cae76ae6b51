import type { lookup, LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from '#domain/outbound/address.ts';

/** A name that leads to an address which is not public. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic';
}

/**
 * Resolves a name for the connection that is about to be made, by one question alone: what is judged here is what is
 * connected to, and what the name's server would answer next plays no part. One address that is not public spoils them all.
 */
export const judging =
  (resolve: typeof lookup): LookupFunction =>
  (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses: readonly LookupAddress[] = found ?? [];
      const [first] = addresses;
      if (error !== null) callback(error, '', 4);
      else if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
        callback(new NotPublic(), '', 4);
      else if (options.all === true) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
