import { ask } from '../testing/ask.ts';
import { newVerifier } from '../testing/code-verifier.ts';
import { CLIENT } from '../testing/simulated.ts';

export const CALLBACK = 'http://localhost:3000/oauth/zoom/callback';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly scope: string;
  readonly expires_in: number;
}

const basic = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}`;

/** The least of an app that speaks Zoom's protocol. */
export const zoomApp = (base: string) => {
  const token = (form: Record<string, string>, authorization = basic) =>
    ask('POST', `${base}/zoom/oauth/token`, { headers: { authorization }, form });
  const authorize = async (account?: string, more: Record<string, string> = {}) => {
    const { verifier, asked } = newVerifier();
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: CLIENT.id,
      redirect_uri: CALLBACK,
      state: 'a state',
      ...asked,
      sim_consent: 'allow',
      ...(account === undefined ? {} : { sim_account: account }),
      ...more,
    });
    const answer = await ask('GET', `${base}/zoom/oauth/authorize?${query}`);
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
      ask('POST', `${base}/zoom/oauth/revoke`, { headers: { authorization: basic }, form: { token: text } }),
    call: (token: string, method: string, path: string, json?: object, signal?: AbortSignal) =>
      ask(method, `${base}/zoom/v2${path}`, {
        token,
        ...(json === undefined ? {} : { json }),
        ...(signal === undefined ? {} : { signal }),
      }),
  };
};

const THIS_MINUTE = Math.ceil(Date.now() / 60_000);

/** An instant so many minutes after the test began, in whole minutes, as Zoom wants it; the same at each call. */
export const inMinutes = (minutes: number): string =>
  new Date((THIS_MINUTE + minutes) * 60_000).toISOString().replace('.000', '');
