import type { ConnectAttempt, ConnectStarted } from '#api/integrations/schema.ts';
import type { HttpClient } from './http-client.ts';

/** Longest chain of redirects from the consent page back to us. */
const MOST_REDIRECTS = 10;

/**
 * Connects a provider as a host's browser does: opens the consent page, agrees there as `account`, and follows the
 * redirects back. Works with the simulators only. Throws with the attempt's code where it failed.
 */
export async function connectProvider(client: HttpClient, provider: string, account: string): Promise<void> {
  const path = `/api/v1/integrations/${provider}/connect`;
  const { attemptId, authorizeUrl } = await client.json<ConnectStarted>('POST', path, { mode: 'redirect' });
  await follow(client, `${authorizeUrl}&sim_consent=allow&sim_account=${account}`);
  const attempt = await client.json<ConnectAttempt>('GET', `/api/v1/integrations/attempts/${attemptId}`);
  if (attempt.status !== 'succeeded') throw new Error(`connecting ${provider} ${attempt.status}: ${attempt.code}`);
}

async function follow(client: HttpClient, first: string): Promise<void> {
  let url: string | undefined = first;
  for (let hop = 0; url !== undefined && hop < MOST_REDIRECTS; hop += 1) {
    const response = await client.send('GET', url);
    await response.body?.cancel();
    const location = response.headers.get('location');
    url = location === null ? undefined : new URL(location, url).href;
  }
}
