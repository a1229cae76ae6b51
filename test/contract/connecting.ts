import { describe, expect, test } from 'vitest';
import { ProviderError } from '#providers/provider-error.ts';
import type { Stage } from './stage.ts';
import { failureOf } from './wanted.ts';

/** Consent, exchange, refresh, revocation and identity, for each provider. */
export function describeConnecting(onStage: () => Stage): void {
  describe('connecting', () => {
    test('the consent page brings a grant, and the grant an account', async () => {
      const { provider, connect } = onStage();
      const { grant, access, email } = await connect('anna');
      expect(grant).toMatchObject({ accessToken: expect.any(String), refreshToken: expect.any(String) });
      expect(grant.expiresAt).toBeGreaterThan(Date.now() + 60_000);
      expect(grant.scopes.length).toBeGreaterThan(0);
      expect(email).toMatch(/^anna@/);
      expect(access.accountId).not.toBe('');
      expect(
        provider.authorizeUrl((await onStage().consent('anna')).attempt).searchParams.get('code_challenge_method'),
      ).toBe('S256');
    });

    test('an account keeps its key; another one has another', async () => {
      const { connect } = onStage();
      const first = await connect('anna');
      expect((await connect('anna')).access.accountId).toBe(first.access.accountId);
      expect((await connect('bob')).access.accountId).not.toBe(first.access.accountId);
    });

    test('a declined consent is access_denied', async () => {
      const { provider, consent } = onStage();
      const { callback, attempt } = await consent('anna', 'deny');
      expect((await failureOf(provider.exchange(callback, attempt))).facts.code).toBe('access_denied');
    });

    test('a forged state never reaches the provider', async () => {
      const { provider, consent, simulator } = onStage();
      const { callback, attempt } = await consent('anna');
      callback.searchParams.set('state', 'forged');
      expect((await failureOf(provider.exchange(callback, attempt))).facts.code).toBe('answer_refused');
      expect(await simulator.ledger()).toEqual([]);
    });

    test('a code is good once, and only for the attempt it was asked by', async () => {
      const { provider, consent } = onStage();
      const { callback, attempt } = await consent('anna');
      await provider.exchange(callback, attempt);
      expect((await failureOf(provider.exchange(callback, attempt))).kind).toBe('rejected');
      const { callback: stolen, attempt: victim } = await consent('anna');
      const thief = { ...victim, codeVerifier: 'x'.repeat(64) };
      expect((await failureOf(provider.exchange(stolen, thief))).kind).toBe('rejected');
    });
  });

  describe('keeping a grant', () => {
    test('a refreshed grant works; the old one is revoked only where the provider rotates', async () => {
      const { provider, connect, rotatesRefreshToken } = onStage();
      const { grant, access } = await connect();
      const old = grant.refreshToken ?? '';
      const renewed = await provider.refresh(old);
      expect(await provider.findByMarker({ ...access, accessToken: renewed.accessToken }, 'test.none')).toEqual([]);
      const again = await provider.refresh(old).then(
        () => 'works',
        (error: unknown) => (error instanceof ProviderError ? error.kind : error),
      );
      expect(again).toBe(rotatesRefreshToken ? 'reauthorize' : 'works');
    });

    test('an access token that has run out is told apart from a revoked grant', async () => {
      const { provider, connect, simulator } = onStage();
      const { grant, access } = await connect();
      await simulator.expire(access.accountId);
      expect((await failureOf(provider.findByMarker(access, 'test.none'))).kind).toBe('expired_access');
      const renewed = await provider.refresh(grant.refreshToken ?? '');
      await simulator.endGrant(access.accountId);
      const last = renewed.refreshToken ?? grant.refreshToken ?? '';
      expect((await failureOf(provider.refresh(last))).kind).toBe('reauthorize');
    });

    test.each([
      ['error', 503, 'unavailable'],
      ['error', 401, 'misconfigured'],
      ['rate_limit', 429, 'rate_limited'],
    ] as const)('a refresh answered by %s %i is %s and costs no grant', async (effect, status, kind) => {
      const { provider, connect, simulator } = onStage();
      const { grant } = await connect();
      await simulator.plan({ operation: 'refresh', effect, status });
      expect((await failureOf(provider.refresh(grant.refreshToken ?? ''))).kind).toBe(kind);
      await provider.refresh(grant.refreshToken ?? '');
    });

    test('a revoked grant is rejected, and revoking it again no trouble', async (context) => {
      const { provider, connect, simulator } = onStage();
      if (!provider.manifest.revocable) context.skip('this provider knows no revocation');
      const { grant, access } = await connect();
      // Also by an access token that has run out meanwhile.
      await simulator.expire(access.accountId);
      await provider.revoke(grant);
      expect((await failureOf(provider.refresh(grant.refreshToken ?? ''))).kind).toBe('reauthorize');
      await provider.revoke(grant);
    });
  });
}
