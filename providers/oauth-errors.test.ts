import { describe, expect, test } from 'vitest';
import { noProviderSamples, PROVIDER_SAMPLES, providerSample } from '#test/fixtures/provider-samples.ts';
import { type Endpoint, redirectError, saysTokenIsRevoked, tokenEndpointError } from './oauth-errors.ts';

const answerOf = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers: new Headers(headers),
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});
const read = (endpoint: Endpoint, status: number, body: unknown, headers: Record<string, string> = {}) =>
  tokenEndpointError('Acme', endpoint, answerOf(status, body, headers), 0);

describe('a refused refresh', () => {
  test.each([
    [400, { error: 'invalid_grant', reason: 'Invalid Token!' }, 'reauthorize'],
    [401, { error: 'invalid_grant' }, 'reauthorize'],
    [400, { error: 'interaction_required' }, 'reauthorize'],
    [400, { error: 'consent_required' }, 'reauthorize'],
    [401, { error: 'invalid_client' }, 'misconfigured'],
    [400, { error: 'unauthorized_client' }, 'misconfigured'],
    [400, { error: 'invalid_request' }, 'misconfigured'],
    [400, { reason: 'Invalid Token!' }, 'unavailable'],
    [400, { error: 'temporarily_unavailable' }, 'unavailable'],
    [400, { error: 'never_heard_of' }, 'unavailable'],
    [401, '<html>', 'unavailable'],
    [403, { error: 7 }, 'unavailable'],
    [500, { error: 'invalid_grant' }, 'unavailable'],
    [503, { error: 'invalid_client' }, 'unavailable'],
    [429, { error: 'invalid_grant' }, 'rate_limited'],
  ])('%i %j is %s', (status, body, kind) => {
    expect(read('refresh', status, body).kind).toBe(kind);
  });

  test('waits as long as it was told', () => {
    expect(read('refresh', 429, '', { 'retry-after': '9' }).facts.retryAfterMs).toBe(9_000);
  });
});

test('a refused code ends the attempt and no connection', () => {
  expect(read('exchange', 400, { error: 'invalid_grant' })).toMatchObject({
    kind: 'rejected',
    facts: { code: 'code_refused' },
  });
});

test.each([
  [400, { error: 'invalid_token' }, true],
  [400, { error: 'invalid_grant' }, true],
  [400, { error: 'invalid_request', reason: 'Invalid token' }, true],
  [401, { error: 'invalid_client' }, false],
  [500, { error: 'invalid_token' }, false],
  [200, {}, false],
])('a revocation answered %i %j: revoked already is %s', (status, body, isRevoked) => {
  expect(saysTokenIsRevoked(answerOf(status, body))).toBe(isRevoked);
});

test.each([
  ['access_denied', false, 'rejected', 'access_denied'],
  ['access_denied', true, 'rejected', 'admin_consent_required'],
  ['consent_required', false, 'rejected', 'admin_consent_required'],
  ['admin_policy_enforced', false, 'rejected', 'admin_consent_required'],
  ['org_internal', false, 'rejected', 'admin_consent_required'],
  ['server_error', false, 'unavailable', 'provider_unavailable'],
  ['invalid_scope', false, 'misconfigured', 'consent_page_refused'],
])('the consent page’s %s (an administrator asked for: %s) is %s, %s', (error, asksForAdmin, kind, code) => {
  const callback = new URL(`https://us.example/callback?error=${error}&error_description=foreign`);
  const read = redirectError('Acme', callback, asksForAdmin);
  expect(read).toMatchObject({ kind, facts: { code } });
  expect(read.message).not.toContain('foreign');
});

describe.skipIf(noProviderSamples)(`documented refusals ${PROVIDER_SAMPLES}`, () => {
  test.each([
    'zoom.oauth.refresh.invalid',
    'microsoft.oauth.invalid_grant.personal',
    'microsoft.oauth.invalid_grant.revoked',
    'google.oauth.invalid_grant',
  ])('%s needs the host', (id) => {
    const { status, body } = providerSample(id);
    expect(read('refresh', status, body).kind).toBe('reauthorize');
  });
});
