import { OauthAttempt } from '#db/entities/oauth-attempt.ts';
import type { Em } from '#db/host-transaction.ts';
import { open } from '#db/seal.ts';
import { describeError, log } from '#log';
import { ProviderError } from '#providers/provider-error.ts';
import { deliverConnection } from './deliver.ts';
import type { CommandDeps } from './deps.ts';
import { callbackUrl, sha256 } from './start-connect.ts';
import { storeConnection } from './store-connection.ts';

interface FinishConnect {
  readonly provider: string;
  /** The callback's address exactly as it came in. */
  readonly callback: URL;
  readonly sessionToken: string | null;
}

export interface Finished {
  /** Null where no attempt of this browser's session could be recognised. */
  readonly attemptId: string | null;
  readonly mode: 'popup' | 'redirect';
  readonly returnTo: 'integrations' | 'event-types';
  readonly outcome: 'succeeded' | 'failed';
  readonly code?: string;
}

/**
 * Finishes a connect attempt. The code is exchanged only when the state is known, unused, unexpired, of this provider
 * and of this session; otherwise the provider is not called at all.
 */
export async function finishConnect(deps: CommandDeps, input: FinishConnect): Promise<Finished> {
  const em = deps.orm.em.fork();
  const state = input.callback.searchParams.get('state') ?? '';
  const attempt = await em.findOne(OauthAttempt, { stateHash: sha256(state), provider: input.provider });
  const mine = attempt !== null && input.sessionToken !== null && attempt.sessionHash === sha256(input.sessionToken);
  if (!mine)
    return { attemptId: null, mode: 'redirect', returnTo: 'integrations', outcome: 'failed', code: 'state_unknown' };
  const about = { attemptId: attempt.id, mode: attempt.mode, returnTo: attempt.returnTo };
  if (attempt.expiresAt <= deps.now()) return { ...about, outcome: 'failed', code: 'attempt_expired' };
  const [claimed] = await em.execute<unknown[]>(
    `update oauth_attempts set status = 'used' where id = ? and status = 'pending' returning 1`,
    [attempt.id],
  );
  if (claimed === undefined) return { ...about, outcome: 'failed', code: 'state_used' };
  const code = await connect(deps, attempt, input.callback);
  await em.execute('update oauth_attempts set status = ?, code = ? where id = ?', [
    code === null ? 'succeeded' : 'failed',
    code,
    attempt.id,
  ]);
  return code === null ? { ...about, outcome: 'succeeded' } : { ...about, outcome: 'failed', code };
}

/** Exchanges the code and stores the connection, under the lock that refreshes take; returns a failure's code or null. */
async function connect(deps: CommandDeps, attempt: OauthAttempt, callback: URL): Promise<string | null> {
  const provider = deps.providers.require(attempt.provider);
  const place = { purpose: 'code_verifier' as const, rowId: attempt.id, provider: attempt.provider };
  try {
    const touched = await deps.tokenOrm.em.fork().transactional(async (em) => {
      await lockPresentGrants(em, attempt);
      const grant = await provider.exchange(callback, {
        state: callback.searchParams.get('state') ?? '',
        codeVerifier: open(deps.config.TOKEN_KEYS, place, attempt.codeVerifier),
        redirectUri: callbackUrl(deps.config.PUBLIC_URL, attempt.provider),
      });
      const account = await provider.identify(grant);
      return storeConnection(em, deps, { hostId: attempt.host, provider, grant, account });
    });
    await Promise.all(touched.map(({ connection, signal }) => deliverConnection(deps, connection, signal)));
    return null;
  } catch (error) {
    log.warn({ attempt: attempt.id, provider: attempt.provider, ...describeError(error) }, 'connect failed');
    return error instanceof ProviderError ? error.facts.code : 'unexpected';
  }
}

/** Also those of retired accounts: one of them may come back while its grant is being ended. */
async function lockPresentGrants(em: Em, { host, provider }: OauthAttempt): Promise<void> {
  await em.execute(
    `select 1 from connection_tokens t join connections k on k.id = t.connection_id
      where k.host_id = ? and k.provider = ? order by t.connection_id for update of t`,
    [host, provider],
  );
}
