import { isProblem } from '../../shared/api.ts';
import { type ConnectAttempt, type ConnectStarted, readAttempt } from '../data/integrations.ts';

const POLL_MS = 2_000;

/**
 * Waits for the outcome of a connect attempt in another window. The provider's pages may cut every tie between the
 * windows (Cross-Origin-Opener-Policy), so neither `opener` nor `popup.closed` is trusted: the callback page's broadcast,
 * a poll while we are visible, and a look on focus all ask the server, and the first final answer wins.
 */
export function watchAttempt({ attemptId, expiresAt }: ConnectStarted, signal: AbortSignal): Promise<ConnectAttempt> {
  return new Promise((resolve) => {
    const stopped = new AbortController();
    const channel = new BroadcastChannel(`integrations:${attemptId}`);
    const ends = Date.parse(expiresAt);

    const finish = (attempt: ConnectAttempt) => {
      if (stopped.signal.aborted) return;
      stop();
      resolve(attempt);
    };
    const ask = async () => {
      const attempt = await readAttempt(attemptId).catch((error: unknown) =>
        isProblem(error, 'not_found') ? GONE : PENDING,
      );
      if (attempt.status !== 'pending') finish(attempt);
      else if (Date.now() > ends) finish(GONE);
    };
    const lookIfVisible = () => {
      if (document.visibilityState === 'visible') void ask();
    };
    const timer = setInterval(lookIfVisible, POLL_MS);
    const stop = () => {
      stopped.abort();
      clearInterval(timer);
      channel.close();
    };

    channel.addEventListener('message', () => void ask());
    document.addEventListener('visibilitychange', lookIfVisible, { signal: stopped.signal });
    window.addEventListener('focus', () => void ask(), { signal: stopped.signal });
    signal.addEventListener('abort', stop, { signal: stopped.signal });
  });
}

const PENDING: ConnectAttempt = { status: 'pending' };
const GONE: ConnectAttempt = { status: 'failed', code: 'attempt_expired' };
