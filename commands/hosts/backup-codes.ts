import { randomInt } from 'node:crypto';
import { BackupCode } from '#db/entities/two-factor.ts';
import type { Em } from '#db/host-transaction.ts';
import { sha256 } from '#sha256';

const HOW_MANY = 10;
/** Crockford's base32: no letter that is mistaken for a digit or another letter. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 120 bits: from 112 on a plain hash is enough (ASVS 6.5.2). */
const LENGTH = 24;
const GROUP = /.{4}(?=.)/g;

/** Replaces the backup codes of a host with new ones. They are told once; only their hashes are kept. */
export async function replaceBackupCodes(em: Em, hostId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode);
  await em.nativeDelete(BackupCode, { host: hostId });
  for (const code of codes) em.create(BackupCode, { hash: hashOf(code), host: hostId });
  await em.flush();
  return codes;
}

/** Uses a backup code up, once however many ask; false where it is none of this host's. */
export async function takeBackupCode(em: Em, hostId: string, typed: string): Promise<boolean> {
  return (await em.nativeDelete(BackupCode, { host: hostId, hash: hashOf(typed) })) > 0;
}

const newCode = () =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)])
    .join('')
    .replaceAll(GROUP, '$&-');

/** Spaces, dashes and capitals do not count, and letters that look like a digit are that digit. */
function hashOf(code: string): string {
  const bare = code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return sha256(bare);
}
