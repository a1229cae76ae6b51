import type { SimAccount } from '../core/accounts.ts';
import { formOf, Refused, type Call, type Outcome, type Route } from '../core/call.ts';
import { consentRoutes } from '../core/consent.ts';
import { formClient, isClient, isRefresh, noteTokenOwner, redeemCode, tokenIn } from '../core/oauth.ts';
import type { TokenRow } from '../core/tokens.ts';
import type { Site } from '../core/simulator.ts';
import { revokedGrant, entraError, invalidGrant } from './entra-error.ts';
import { createIdTokens, type IdTokens } from './id-token.ts';
import { askedScopes, describeScope } from './scopes.ts';

/** What issuing tokens takes. */
interface Issuing {
  readonly site: Site;
  readonly idTokens: IdTokens;
  /** Runs when an account gives our app its first token. */
  readonly welcome: (account: SimAccount) => void;
}

const ENDPOINTS = '/login/:tenant/oauth2/v2.0';
const CODE_LIFE_MS = 600_000;
const ACCESS_LIFE_SECONDS = 3_599;
/** 90 days from each use on. */
const REFRESH_LIFE_MS = 90 * 86_400_000;

/**
 * Microsoft's authorization server. An account whose trait `adminConsent` is an error code (`consent_required`,
 * `access_denied`) belongs to a tenant where only an administrator may consent.
 */
export function oauthRoutes(site: Site, welcome: (account: SimAccount) => void): Route[] {
  const issuing: Issuing = { site, idTokens: createIdTokens(), welcome };
  const { state, client } = site;
  return [
    ...consentRoutes({
      providerId: 'teams',
      providerName: 'Microsoft',
      login: 'microsoft',
      path: `${ENDPOINTS}/authorize`,
      state,
      client,
      scopes: askedScopes,
      describe: describeScope,
      granted: (_account, asked) => asked,
      objection: (account) => objectionOf(state.accounts.trait<string | null>(account.id, 'adminConsent', null)),
      codePrefix: '0.A',
      codeLifeMs: CODE_LIFE_MS,
    }),
    tokenRoute(issuing),
    {
      method: 'GET',
      path: '/login/:tenant/discovery/v2.0/keys',
      handle: () => ({ status: 200, body: issuing.idTokens.keys }),
    },
  ];
}

function objectionOf(error: string | null): Record<string, string> | null {
  if (error === null) return null;
  const text =
    'AADSTS90094: An administrator of this organization has set a policy that prevents you from granting Insytical the permissions it is requesting.';
  return { error, error_description: text };
}

function tokenRoute(issuing: Issuing): Route {
  const { state, client } = issuing.site;
  return {
    method: 'POST',
    path: `${ENDPOINTS}/token`,
    operation: (call) => (isRefresh(call) ? 'refresh' : 'exchange'),
    guard: (call) => {
      if (!isClient(client, formClient(formOf(call)))) throw new Refused(wrongSecret());
      noteTokenOwner(state, call);
    },
    handle: (call) => (isRefresh(call) ? refresh(issuing, call) : exchange(issuing, call)),
  };
}

function exchange(issuing: Issuing, call: Call): Outcome {
  const { state } = issuing.site;
  const form = formOf(call);
  if (form.get('grant_type') !== 'authorization_code')
    return entraError(400, {
      error: 'unsupported_grant_type',
      number: 70_003,
      text: 'The grant type is not supported.',
    });
  const code = redeemCode(state, form);
  if (code === 'unknown') return invalidGrant(54_005, 'OAuth2 Authorization code was already redeemed.');
  if (code === 'expired') return invalidGrant(70_008, 'The provided authorization code has expired.');
  if (code === 'wrong_redirect') return invalidGrant(50_011, 'The reply URL does not match the one of the request.');
  if (code === 'wrong_verifier') return invalidGrant(501_481, 'The Code_Verifier does not match the code_challenge.');
  const account = state.accounts.find(code.accountId);
  if (account === undefined) return revokedGrant();
  issuing.welcome(account);
  return answer(issuing, call, code, account);
}

/** A new refresh token each time; the used one stays good until it runs out. */
function refresh(issuing: Issuing, call: Call): Outcome {
  const { state } = issuing.site;
  const row = state.tokens.find('refresh', tokenIn(formOf(call)));
  const account = row && state.accounts.find(row.accountId);
  if (row === undefined || account === undefined) return revokedGrant();
  if (row.expiresAt <= Date.now()) return invalidGrant(700_082, 'The refresh token has expired due to inactivity.');
  return answer(issuing, call, row, account);
}

function answer({ site, idTokens }: Issuing, call: Call, row: TokenRow, account: SimAccount): Outcome {
  const { accounts, tokens } = site.state;
  const { scopes } = row;
  const life = accounts.trait(account.id, 'accessLifeSeconds', ACCESS_LIFE_SECONDS);
  const minted = (kind: 'access' | 'refresh', prefix: string, lifeMs: number) =>
    tokens.mint(prefix, { kind, accountId: account.id, scopes, expiresAt: Date.now() + lifeMs });
  const server = `${call.origin}/teams/login`;
  const about = { server, clientId: site.client.id, account, scopes, nonce: row.request?.nonce ?? null };
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      scope: scopes.filter((scope) => scope !== 'offline_access').join(' '),
      expires_in: life,
      ext_expires_in: life,
      access_token: minted('access', 'EwB', life * 1_000),
      ...(scopes.includes('offline_access') ? { refresh_token: minted('refresh', '0.AX', REFRESH_LIFE_MS) } : {}),
      ...(scopes.includes('openid') ? { id_token: idTokens.sign(about) } : {}),
    },
  };
}

const wrongSecret = () =>
  entraError(401, { error: 'invalid_client', number: 7_000_215, text: 'Invalid client secret provided.' });
