import { describe, expect, test } from 'vitest';
import type { Access } from '#providers/provider.ts';
import type { Stage } from './stage.ts';
import { failureOf, newMarker, wantedMeeting, withLink } from './wanted.ts';

/** Kinds of Microsoft accounts, and what each can do. */
export function describeTeamsAccounts(onStage: () => Stage): void {
  describe('accounts', () => {
    test.each([
      ['without_provider', true],
      ['honoured', true],
      ['ignored', false],
    ])('a personal account that takes online meetings so: %s', async (personalMeetings, hasLink) => {
      const { provider, connect, simulator } = onStage();
      const { access, email } = await connect('sam@outlook.example');
      expect(email).toBe('sam@outlook.example');
      await simulator.describe(access.accountId, { personalMeetings });
      const made = await create(onStage(), access);
      expect(made.linkExpected).toBe(hasLink);
      expect(made.joinUrl?.startsWith('https://teams.live.com/') ?? false).toBe(hasLink);
      expect((await provider.updateMeeting(access, made.id, wantedMeeting(3)))?.joinUrl).toBe(made.joinUrl);
    });

    test('a work account without a Teams licence gets its event, and no link is waited for', async () => {
      const { connect, simulator } = onStage();
      const { access } = await connect('unlicensed');
      await simulator.describe(access.accountId, { teamsLicence: false });
      expect(await create(onStage(), access)).toMatchObject({ joinUrl: null, linkExpected: false });
    });

    test('a link that lags behind its event', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect('laggard');
      await simulator.describe(access.accountId, { linkMs: 500 });
      const made = await create(onStage(), access);
      expect(made).toMatchObject({ joinUrl: null, linkExpected: true });
      expect((await withLink(provider, access, made)).joinUrl).toMatch(
        /^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//,
      );
    });

    test.each(['consent_required', 'access_denied'])('only an administrator may consent (%s)', async (adminConsent) => {
      const { provider, consent, simulator } = onStage();
      await simulator.describe('governed', { adminConsent });
      const { callback, attempt } = await consent('governed');
      expect((await failureOf(provider.exchange(callback, attempt))).facts.code).toBe('admin_consent_required');
      expect(await simulator.ledger()).toEqual([]);
    });

    test('a redirect that names its issuer names a tenant of Microsoft’s', async () => {
      const { provider, consent, proxy } = onStage();
      const good = await consent('anna');
      good.callback.searchParams.set('iss', `${proxy.url}/teams/login/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0`);
      expect((await provider.exchange(good.callback, good.attempt)).accessToken).not.toBe('');
      const bad = await consent('anna');
      bad.callback.searchParams.set('iss', 'https://evil.example/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0');
      expect((await failureOf(provider.exchange(bad.callback, bad.attempt))).facts.code).toBe('answer_refused');
    });

    test('an account without a mailbox is refused permanently', async () => {
      const { connect, simulator } = onStage();
      const { access } = await connect('no-mailbox');
      await simulator.describe(access.accountId, { mailbox: false });
      expect(await failureOf(create(onStage(), access))).toMatchObject({
        kind: 'rejected',
        facts: { code: 'no_mailbox' },
      });
    });

    test('the address is the login name where there is no other', async () => {
      const { connect, simulator } = onStage();
      const { access } = await connect('plain');
      await simulator.describe(access.accountId, { mail: null });
      expect((await connect('plain')).email).toBe('plain@contoso.example');
    });
  });
}

function create({ provider }: Stage, access: Access) {
  return provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() });
}
