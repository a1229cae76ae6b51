import { html } from '#html';
import type { SimAccount } from './accounts.ts';
import { formOf, redirect, Refused, type Call, type Outcome, type Route } from './call.ts';
import { page } from './page.ts';
import type { Client, SimulatorState } from './simulator.ts';

/** A provider's own way of asking the host for consent. */
export interface Consent {
  readonly providerId: string;
  readonly providerName: string;
  /** The login that uses the same registration; its callback is registered beside the connection's. */
  readonly login?: string;
  readonly path: string;
  readonly state: SimulatorState;
  readonly client: Client;
  /** What the consent screen lists. @throws Refused for scopes the app may not ask */
  scopes(query: URLSearchParams): readonly string[];
  /** The provider's words for a scope; without them the screen shows its name. */
  describe?(scope: string): string;
  /** The scopes that this account grants; `ticked` is null if the form was not shown. */
  granted(account: SimAccount, asked: readonly string[], ticked: readonly string[] | null): readonly string[];
  /** True where the host can grant some scopes and not others. */
  readonly granular?: boolean;
  /** Why this account cannot consent, as the redirect's parameters. */
  objection?(account: SimAccount): Readonly<Record<string, string>> | null;
  /** Further parameters of the redirect that brings the code. */
  extra?(call: Call, scopes: readonly string[]): Readonly<Record<string, string>>;
  readonly codePrefix?: string;
  readonly codeLifeMs: number;
}

/**
 * Who is signed in at the provider by default: the account hinted at, else the first of `demo`, `nova`, `host-3`, …
 * that has not let our app in, so that a second host does not take over (at Zoom: end) the first one's connection.
 */
function signedIn({ state }: Consent, query: URLSearchParams): string {
  const hinted = query.get('login_hint');
  if (hinted !== null) return hinted;
  const isFree = (name: string) => {
    const account = state.accounts.find(name);
    return account === undefined || !state.tokens.hasGrant(account.id);
  };
  let name = 'demo';
  for (let next = 2; !isFree(name); next += 1) name = next === 2 ? 'nova' : `host-${next}`;
  return name;
}

/** The authorize endpoint: a form, or at once where the address carries `sim_consent=allow|deny[&sim_account=…]`. */
export function consentRoutes(consent: Consent): Route[] {
  return [
    { method: 'GET', path: consent.path, handle: (call) => decide(consent, call, call.query, null) },
    {
      method: 'POST',
      path: consent.path,
      handle: (call) => decide(consent, call, formOf(call), formOf(call).getAll('scope')),
    },
  ];
}

function decide(consent: Consent, call: Call, decision: URLSearchParams, ticked: string[] | null): Outcome {
  const back = callbackOf(consent, call.query);
  if (call.query.get('response_type') !== 'code') return sendBack(call, back, { error: 'unsupported_response_type' });
  const asked = consent.scopes(call.query);
  const answer = decision.get('sim_consent');
  if (answer === 'deny') return sendBack(call, back, { error: 'access_denied' });
  if (answer !== 'allow') return consentPage(consent, call, asked);

  const named = decision.get('sim_account') ?? signedIn(consent, call.query);
  const account = consent.state.accounts.findOrCreate(named);
  if (account === null) throw refused('There is no such account', named);
  const objection = consent.objection?.(account) ?? null;
  if (objection !== null) return sendBack(call, back, objection);
  const scopes = consent.granted(account, asked, ticked);
  const code = consent.state.tokens.mint(consent.codePrefix ?? '', {
    kind: 'code',
    accountId: account.id,
    scopes,
    expiresAt: Date.now() + consent.codeLifeMs,
    request: {
      redirectUri: back,
      challenge: call.query.get('code_challenge'),
      challengeMethod: call.query.get('code_challenge_method') ?? 'plain',
      nonce: call.query.get('nonce'),
      query: Object.fromEntries([...call.query].filter(([name]) => !name.startsWith('sim_'))),
    },
  });
  return sendBack(call, back, { code, ...consent.extra?.(call, scopes) });
}

/** The app is registered with the paths of its callbacks, on any host: developers run it anywhere. */
function callbackOf({ providerId, login, client }: Consent, query: URLSearchParams): string {
  if (query.get('client_id') !== client.id) throw refused('Unknown application', 'The client id is not registered.');
  const asked = query.get('redirect_uri') ?? '';
  const uri = URL.parse(asked);
  const paths = [`/oauth/${providerId}/callback`, `/api/auth/callback/${login}`];
  const registered = uri !== null && /^https?:$/.test(uri.protocol) && paths.includes(uri.pathname);
  if (!registered || uri.search !== '' || uri.hash !== '')
    throw refused('Invalid redirect', 'The redirect address is not registered for this application.');
  return asked;
}

function sendBack(call: Call, to: string, parameters: Readonly<Record<string, string>>): Outcome {
  const url = new URL(to);
  const state = call.query.get('state');
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  if (state !== null) url.searchParams.set('state', state);
  return redirect(url);
}

function consentPage(consent: Consent, call: Call, asked: readonly string[]): Outcome {
  const known = consent.state.accounts.all().map(({ email }) => html`<option value="${email}"></option>`);
  const said = (scope: string) => consent.describe?.(scope) ?? scope;
  const tick = (scope: string) =>
    consent.granular
      ? html`<label><input type="checkbox" name="scope" value="${scope}" checked /> ${said(scope)}</label>`
      : html`${said(scope)}`;
  return page(
    `Sign in with ${consent.providerName}`,
    html`<p>Insytical asks for access to your ${consent.providerName} account:</p>
      <form method="post">
        <ul>
          ${asked.map((scope) => html`<li>${tick(scope)}</li>`)}
        </ul>
        <p>
          <label
            >Account
            <input
              name="sim_account"
              list="accounts"
              value="${signedIn(consent, call.query)}"
              autocomplete="off"
              required
          /></label>
          <datalist id="accounts">${known}</datalist>
        </p>
        <button name="sim_consent" value="allow">Allow</button>
        <button name="sim_consent" value="deny" formnovalidate>Deny</button>
      </form>
      <p class="note">A simulated ${consent.providerName}: any name will do, it becomes an account.</p>`,
  );
}

const refused = (title: string, text: string) => new Refused(page(title, html`<p>${text}</p>`, 400));
