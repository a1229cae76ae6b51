import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decrypt, open, seal, sealedWith, type SealedPlace } from './seal.ts';

const ring = [
  { kid: 'k2', key: randomBytes(32) },
  { kid: 'k1', key: randomBytes(32) },
];
const place: SealedPlace = { purpose: 'access_token', rowId: '0192-row', provider: 'zoom' };
const secret = 'a token – with “quotes” and 🔑';

test('what was sealed opens again, and never looks the same twice', () => {
  const first = seal(ring, place, secret);
  const second = seal(ring, place, secret);
  expect(open(ring, place, first)).toBe(secret);
  expect(first.equals(second)).toBe(false);
  expect(first.includes(Buffer.from('token'))).toBe(false);
});

test('the first key of the ring seals, every key of it opens', () => {
  const old = seal(ring.slice(1), place, secret);
  expect(sealedWith(old)).toBe('k1');
  expect(sealedWith(seal(ring, place, secret))).toBe('k2');
  expect(open(ring, place, old)).toBe(secret);
  expect(() => open(ring.slice(0, 1), place, old)).toThrow('not in the ring');
});

test.each<[string, Partial<SealedPlace>]>([
  ['row', { rowId: '0193-row' }],
  ['column', { purpose: 'refresh_token' }],
  ['provider', { provider: 'teams' }],
])('a value moved to another %s does not open', (_, moved) => {
  expect(() => open(ring, { ...place, ...moved }, seal(ring, place, secret))).toThrow(Error);
});

test('a value whose key name was changed to another known one does not open', () => {
  const sealed = seal(ring, place, secret);
  const renamed = Buffer.from(sealed);
  renamed.write('k1', 2);
  const twins = [ring[0], { kid: 'k1', key: ring[0]?.key ?? Buffer.alloc(0) }].filter((key) => key !== undefined);
  expect(open(twins, place, sealed)).toBe(secret);
  expect(() => open(twins, place, renamed)).toThrow(Error);
});

test('every changed or missing byte is refused', () => {
  const sealed = seal(ring, place, 'short');
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => open(ring, place, changed), `byte ${index}`).toThrow(Error);
    expect(() => open(ring, place, sealed.subarray(0, index)), `${index} bytes`).toThrow(Error);
  }
});

test('an empty ring seals nothing', () => {
  expect(() => seal([], place, secret)).toThrow(RangeError);
});

interface Vectors {
  readonly testGroups: readonly {
    readonly keySize: number;
    readonly ivSize: number;
    readonly tagSize: number;
    readonly tests: readonly Readonly<Record<'key' | 'iv' | 'aad' | 'msg' | 'ct' | 'tag' | 'result', string>>[];
  }[];
}

const hex = (text: string) => Buffer.from(text, 'hex');
const VECTORS = new URL('../../shared/vectors/aes_gcm_test.json', import.meta.url);

/** Those of our profile: 256-bit keys, 96-bit nonces, whole tags. */
function readVectors() {
  const { testGroups } = JSON.parse(readFileSync(VECTORS, 'utf8')) as Vectors;
  return testGroups
    .filter(({ keySize, ivSize, tagSize }) => keySize === 256 && ivSize === 96 && tagSize === 128)
    .flatMap(({ tests }) => tests)
    .map(({ key, iv, aad, msg, ct, tag, result }) => ({
      opened: () => decrypt(hex(key), hex(aad), Buffer.concat([hex(iv), hex(ct), hex(tag)])).toString('hex'),
      msg,
      result,
    }));
}

// The vectors are their authors': they are read where they lie and not copied here.
describe.skipIf(!existsSync(VECTORS))('Wycheproof vectors for AES-256-GCM (../shared/vectors)', () => {
  test('the 39 valid ones open', () => {
    const valid = readVectors().filter(({ result }) => result === 'valid');
    expect(valid).toHaveLength(39);
    for (const { opened, msg } of valid) expect(opened()).toBe(msg);
  });

  test('the 27 others are refused', () => {
    const invalid = readVectors().filter(({ result }) => result !== 'valid');
    expect(invalid).toHaveLength(27);
    for (const { opened } of invalid) expect(opened).toThrow(Error);
  });
});
