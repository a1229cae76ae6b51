import { deliverConnection } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { OauthAttempt } from '#db/entities/oauth-attempt.ts';
import { open } from '#db/seal.ts';
import { describeError, log } from '#log';
import { ProviderError } from '#providers/provider-error.ts';
import { sha256 } from '#sha256';
import { callbackUrl } from './start-connect.ts';
import { storeConnection } from './store-connection.ts';
import { awaitTokenLease } from './token-lease.ts';

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

/**
 * Exchanges the code and stores the connection under the lease that refreshes and disconnects wait for; returns a
 * failure's code or null.
 */
async function connect(deps: CommandDeps, attempt: OauthAttempt, callback: URL): Promise<string | null> {
  try {
    const touched = await exchange(deps, attempt, callback);
    await Promise.all(touched.map(({ connection, signal }) => deliverConnection(deps, connection, signal)));
    return null;
  } catch (error) {
    log.warn({ attempt: attempt.id, provider: attempt.provider, ...describeError(error) }, 'connect failed');
    return error instanceof ProviderError ? error.facts.code : 'unexpected';
  }
}

async function exchange(deps: CommandDeps, attempt: OauthAttempt, callback: URL) {
  const provider = deps.providers.require(attempt.provider);
  const place = { purpose: 'code_verifier' as const, rowId: attempt.id, provider: attempt.provider };
  // Also those of retired accounts: one of them may come back while its grant is being ended.
  const lease = await awaitTokenLease(deps, { hostId: attempt.host, provider: attempt.provider });
  try {
    const asked = {
      state: callback.searchParams.get('state') ?? '',
      codeVerifier: open(deps.config.TOKEN_KEYS, place, attempt.codeVerifier),
      redirectUri: callbackUrl(deps.config.PUBLIC_URL, attempt.provider),
    };
    const grant = await provider.exchange(callback, asked, await lease.commit());
    const account = await provider.identify(grant, await lease.commit());
    return await deps.orm.em
      .fork()
      .transactional((em) => storeConnection(em, deps, { hostId: attempt.host, provider, grant, account }));
  } finally {
    await lease.release();
  }
}
