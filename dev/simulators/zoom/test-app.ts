import { createHash, randomBytes } from 'node:crypto';
import { CLIENT } from '../testing/simulated.ts';

export const CALLBACK = 'http://localhost:3000/oauth/zoom/callback';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly scope: string;
  readonly expires_in: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of many shapes
  readonly body: any;
}

const basic = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}`;

/** The least of an app that speaks Zoom's protocol. */
export const zoomApp = (base: string) => {
  const token = (form: Record<string, string>, authorization = basic) =>
    ask(`${base}/zoom/oauth/token`, { method: 'POST', headers: { authorization }, body: new URLSearchParams(form) });
  const authorize = async (account?: string, more: Record<string, string> = {}) => {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: CLIENT.id,
      redirect_uri: CALLBACK,
      state: 'a state',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      sim_consent: 'allow',
      ...(account === undefined ? {} : { sim_account: account }),
      ...more,
    });
    const answer = await ask(`${base}/zoom/oauth/authorize?${query}`, { redirect: 'manual' });
    const location = URL.parse(answer.headers.get('location') ?? '');
    return { answer, location, code: location?.searchParams.get('code') ?? '', verifier };
  };
  const exchange = (code: string, verifier: string, redirectUri = CALLBACK) =>
    token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier });
  return {
    token,
    authorize,
    exchange,
    connect: async (account = 'demo'): Promise<Tokens> => {
      const { code, verifier } = await authorize(account);
      return (await exchange(code, verifier)).body as Tokens;
    },
    refresh: (refreshToken: string) => token({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    revoke: (text: string) =>
      ask(`${base}/zoom/oauth/revoke`, {
        method: 'POST',
        headers: { authorization: basic },
        body: new URLSearchParams({ token: text }),
      }),
    call: (accessToken: string, method: string, path: string, body?: object, signal?: AbortSignal) =>
      ask(`${base}/zoom/v2${path}`, {
        method,
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      }),
  };
};

async function ask(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

const THIS_MINUTE = Math.ceil(Date.now() / 60_000);

/** An instant so many minutes after the test began, in whole minutes, as Zoom wants it; the same at each call. */
export const inMinutes = (minutes: number): string =>
  new Date((THIS_MINUTE + minutes) * 60_000).toISOString().replace('.000', '');
