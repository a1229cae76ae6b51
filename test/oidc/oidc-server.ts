import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface OidcServer {
  readonly issuer: string;
  /** Plays the browser: logs in, consents (or declines) and returns the address the host is sent back to. */
  visit(authorizeUrl: URL, answer?: 'allow' | 'deny'): Promise<URL>;
  close(): Promise<void>;
}

export const oidcClient = {
  client_id: 'our_client-id',
  client_secret: 'our_client-secret',
  redirect_uri: 'https://us.example/oauth/acme/callback',
};

/**
 * A certified OpenID provider in this process, over real HTTP: PKCE is required, refresh tokens rotate, and the use of a
 * rotated one ends the grant.
 */
export async function startOidcServer(clientAuth: 'client_secret_basic' | 'client_secret_post'): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { redirect_uri, ...client } = oidcClient;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...client,
        redirect_uris: [redirect_uri],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: clientAuth,
      },
    ],
    scopes: ['openid', 'offline_access', 'meetings'],
    features: { revocation: { enabled: true }, devInteractions: { enabled: true } },
    pkce: { required: () => true },
    rotateRefreshToken: true,
    cookies: { keys: ['a key for one test'] },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    visit: (authorizeUrl, answer = 'allow') => walk(authorizeUrl, answer),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function walk(start: URL, answer: 'allow' | 'deny'): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = start;
  for (let step = 0; step < 12; step += 1) {
    if (next.href.startsWith(oidcClient.redirect_uri)) return next;
    next = await visitPage(next, cookies, answer);
  }
  throw new Error('The login never came back to us');
}

async function visitPage(url: URL, cookies: Map<string, string>, answer: 'allow' | 'deny'): Promise<URL> {
  const page = await send(url, cookies, {});
  const onward = page.headers.get('location');
  if (onward !== null) return new URL(onward, url);
  if (answer === 'deny') return follow(await send(new URL(`${url.pathname}/abort`, url), cookies, {}), url);
  const prompt = (await page.text()).includes('name="login"') ? 'login' : 'consent';
  const body = new URLSearchParams({ prompt, ...(prompt === 'login' && { login: 'a-host', password: 'x' }) });
  return follow(await send(url, cookies, { method: 'POST', body }), url);
}

async function send(url: URL, cookies: Map<string, string>, init: RequestInit): Promise<Response> {
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
  const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
  return response;
}

function follow(response: Response, from: URL): URL {
  const onward = response.headers.get('location');
  if (onward === null) throw new Error(`No way on from ${from.pathname}: ${response.status}`);
  return new URL(onward, from);
}
