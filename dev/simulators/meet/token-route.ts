import type { SimAccount } from '../core/accounts.ts';
import { formOf, Refused, type Call, type Outcome, type Route } from '../core/call.ts';
import { formClient, isClient, isRefresh, noteTokenOwner, redeemCode, tokenIn } from '../core/oauth.ts';
import type { TokenSigner } from '../core/json-web-token.ts';
import type { TokenRow } from '../core/tokens.ts';
import type { Site } from '../core/simulator.ts';
import { revokedGrant, oauthError } from './google-error.ts';
import { idTokenClaims } from './id-token.ts';

/** What issuing tokens takes. */
export interface Issuing {
  readonly site: Site;
  readonly signer: TokenSigner;
  /** Runs when an account gives our app its first token. */
  readonly welcome: (account: SimAccount) => void;
}

const ACCESS_LIFE_SECONDS = 3_599;
/** An unused refresh token dies after six months. */
const REFRESH_LIFE_MS = 183 * 86_400_000;

export const issuerOf = (call: Call): string => `${call.origin}/meet/accounts`;

/** The token endpoint, for codes and refresh tokens. */
export function tokenRoute(issuing: Issuing): Route {
  const { state, client } = issuing.site;
  return {
    method: 'POST',
    path: '/oauth2/token',
    operation: (call) => (isRefresh(call) ? 'refresh' : 'exchange'),
    guard: (call) => {
      if (!isClient(client, formClient(formOf(call))))
        throw new Refused(oauthError(401, 'invalid_client', 'Unauthorized'));
      noteTokenOwner(state, call);
    },
    handle: (call) => (isRefresh(call) ? refresh(issuing, call) : exchange(issuing, call)),
  };
}

function exchange(issuing: Issuing, call: Call): Outcome {
  const { state } = issuing.site;
  const form = formOf(call);
  if (form.get('grant_type') !== 'authorization_code')
    return oauthError(400, 'unsupported_grant_type', 'Invalid grant_type.');
  const code = redeemCode(state, form);
  if (code === 'wrong_redirect') return oauthError(400, 'redirect_uri_mismatch', 'Bad Request');
  if (code === 'wrong_verifier') return oauthError(400, 'invalid_grant', 'Invalid code verifier.');
  if (typeof code === 'string') return oauthError(400, 'invalid_grant', 'Bad Request');
  // Offline access is for those who ask, and a second refresh token for those who ask for consent again.
  const { access_type: accessType, prompt = '' } = code.request?.query ?? {};
  const isFirst = !state.tokens.hasGrant(code.accountId);
  const lasting = accessType === 'offline' && (isFirst || prompt.split(' ').includes('consent'));
  const account = state.accounts.find(code.accountId);
  if (account !== undefined) issuing.welcome(account);
  return answer(issuing, call, code, lasting ? { refresh_token: mintRefresh(issuing.site, code) } : {});
}

/** The refresh token stays as it is, so the answer carries none. */
function refresh(issuing: Issuing, call: Call): Outcome {
  const row = issuing.site.state.tokens.find('refresh', tokenIn(formOf(call)));
  return row === undefined || row.expiresAt <= Date.now() ? revokedGrant() : answer(issuing, call, row, {});
}

function answer({ site, signer }: Issuing, call: Call, row: TokenRow, more: object): Outcome {
  const { accountId, scopes, request } = row;
  const { accounts, tokens } = site.state;
  const account = accounts.find(accountId);
  if (account === undefined) return revokedGrant();
  const life = accounts.trait(accountId, 'accessLifeSeconds', ACCESS_LIFE_SECONDS);
  const about = {
    issuer: issuerOf(call),
    clientId: site.client.id,
    account,
    nonce: request?.nonce ?? null,
    scopes,
    isWorkspace: accounts.trait(accountId, 'workspace', true),
  };
  return {
    status: 200,
    body: {
      access_token: tokens.mint('ya29.', { kind: 'access', accountId, scopes, expiresAt: Date.now() + life * 1_000 }),
      expires_in: life,
      scope: scopes.join(' '),
      token_type: 'Bearer',
      ...(scopes.includes('openid') ? { id_token: signer.sign(idTokenClaims(about)) } : {}),
      ...more,
    },
  };
}

function mintRefresh({ state }: Site, { accountId, scopes }: TokenRow): string {
  return state.tokens.mint('1//0', { kind: 'refresh', accountId, scopes, expiresAt: Date.now() + REFRESH_LIFE_MS });
}
