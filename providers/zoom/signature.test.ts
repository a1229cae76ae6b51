import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerChallenge, hmac, isSigned, signatureOf } from './signature.ts';

const secret = 'a secret token';
const NOW = Date.parse('2026-11-24T12:00:00Z');
const signedAt = (at: number, body = '{"ü":1}') => ({
  secret,
  timestamp: String(Math.floor(at / 1_000)),
  body: Buffer.from(body),
});
const MINUTE = 60_000;

test('a signature over the raw bytes and the timestamp is accepted', () => {
  const signed = signedAt(NOW);
  expect(isSigned(signatureOf(signed), signed, NOW)).toBe(true);
});

test.each([
  ['one changed byte', { body: Buffer.from('{"ü":2}') }],
  ['a changed timestamp', { timestamp: String(NOW / 1_000 + 1) }],
  ['another secret', { secret: 'another' }],
])('%s is refused', (_what, change) => {
  const signed = signedAt(NOW);
  expect(isSigned(signatureOf(signed), { ...signed, ...change }, NOW)).toBe(false);
});

test.each(['', 'v0=', 'v0=00', `v1=${'0'.repeat(64)}`, 'ü'.repeat(67)])('the signature %j is refused', (signature) => {
  expect(isSigned(signature, signedAt(NOW), NOW)).toBe(false);
});

test.each([
  ['an hour ago, as Zoom repeats notifications', -60 * MINUTE, true],
  ['the last repetition', -90 * MINUTE, true],
  ['three hours ago', -180 * MINUTE, false],
  ['a year ago', -365 * 24 * 60 * MINUTE, false],
  ['a little ahead of our clock', 2 * MINUTE, true],
  ['an hour ahead', 60 * MINUTE, false],
])('signed %s', (_when, offset, accepted) => {
  const signed = signedAt(NOW + offset);
  expect(isSigned(signatureOf(signed), signed, NOW)).toBe(accepted);
});

test.each(['', 'now', '1e12', '-1', ' 1 ', '9'.repeat(40)])('the timestamp %j is refused', (timestamp) => {
  const signed = { ...signedAt(NOW), timestamp };
  expect(isSigned(signatureOf(signed), signed, NOW)).toBe(false);
});

test('the challenge is answered with the token and its HMAC', () => {
  expect(JSON.parse(answerChallenge(secret, 'plain'))).toEqual({
    plainToken: 'plain',
    encryptedToken: hmac(secret, 'plain').toString('hex'),
  });
});

interface Vectors {
  readonly testGroups: readonly {
    readonly tagSize: number;
    readonly tests: readonly { tcId: number; key: string; msg: string; tag: string; result: 'valid' | 'invalid' }[];
  }[];
}

const vectorsFile = new URL('../../../shared/vectors/hmac_sha256_test.json', import.meta.url);

describe.skipIf(!existsSync(vectorsFile))(
  'published HMAC-SHA-256 vectors (../shared/vectors; skipped where absent)',
  () => {
    const { testGroups } = existsSync(vectorsFile)
      ? (JSON.parse(readFileSync(vectorsFile, 'utf8')) as Vectors)
      : { testGroups: [] };

    test('every tag that is valid is ours, and none that is not', () => {
      let checked = 0;
      for (const { tagSize, tests } of testGroups)
        for (const { tcId, key, msg, tag, result } of tests) {
          const ours = hmac(Buffer.from(key, 'hex'), Buffer.from(msg, 'hex')).subarray(0, tagSize / 8);
          expect(ours.toString('hex') === tag, `test ${tcId}`).toBe(result === 'valid');
          checked += 1;
        }
      expect(checked).toBeGreaterThan(100);
    });
  },
);
