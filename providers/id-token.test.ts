import { expect, test } from 'vitest';
import { readIdToken } from './id-token.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const checks = {
  issuerOf: ({ tid }: Record<string, unknown>) => `https://login.example/${String(tid)}/v2.0`,
  clientId: 'us',
  nonce: 'n',
  now: NOW,
};
const good = {
  iss: 'https://login.example/t1/v2.0',
  tid: 't1',
  sub: 'subject-1',
  aud: 'us',
  exp: NOW / 1_000 + 3_600,
  nonce: 'n',
};

test('claims of a token for us are read, the provider’s own included', () => {
  expect(readIdToken(tokenOf(good), checks)).toMatchObject({ sub: 'subject-1', tid: 't1' });
});

test('several audiences need us as the authorized party', () => {
  expect(readIdToken(tokenOf({ ...good, aud: ['us', 'them'], azp: 'us' }), checks)).not.toBeNull();
  expect(readIdToken(tokenOf({ ...good, aud: ['us', 'them'] }), checks)).toBeNull();
});

test.each([
  ['another audience', { aud: 'them' }],
  ['an issuer of another tenant', { tid: 't2' }],
  ['another nonce', { nonce: 'm' }],
  ['no nonce', { nonce: undefined }],
  ['a life that is over', { exp: NOW / 1_000 - 61 }],
  ['no subject', { sub: '' }],
])('%s is refused', (_what, change) => {
  expect(readIdToken(tokenOf({ ...good, ...change }), checks)).toBeNull();
});

test.each(['', 'a.b.c', 'no-dots', `${'x'.repeat(10)}.${Buffer.from('[]').toString('base64url')}.`])(
  'what is no token is refused: %j',
  (text) => {
    expect(readIdToken(text, checks)).toBeNull();
  },
);

function tokenOf(claims: object): string {
  return `${part({ alg: 'RS256' })}.${part(claims)}.signature`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
