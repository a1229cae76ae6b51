import type { Me } from '#api/me/schema.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';

export interface NewHost {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly handle: string;
  readonly timeZone: string;
}

export interface SignedIn {
  readonly client: HttpClient;
  readonly me: Me;
}

/** Signs a host in, or up where there is none of this address yet. Throws if the host there has another password. */
export async function signInOrUp(app: string, host: NewHost): Promise<SignedIn> {
  const client = createHttpClient(app);
  const { email, password, name, timeZone } = host;
  const signedIn = await client.send('POST', '/api/auth/sign-in/email', { email, password });
  await signedIn.body?.cancel();
  if (!signedIn.ok) await client.json('POST', '/api/auth/sign-up/email', { email, password, name, timeZone });
  const me = await client.json<Me>('GET', '/api/v1/me');
  if (signedIn.ok || me.handle === host.handle) return { client, me };
  return { client, me: await client.json<Me>('PATCH', '/api/v1/me', { handle: host.handle }) };
}
