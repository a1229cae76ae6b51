import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type ConnectAttempt,
  type ConnectRequest,
  type ConnectStarted,
  type Integration,
  readAttempt,
  startConnect,
} from '../data/integrations.ts';
import { tell } from '../parts/tell.tsx';
import { isProblem } from '../../shared/api.ts';
import { t } from '../text.ts';

type ConnectState =
  | { readonly step: 'idle' | 'starting' | 'leaving' | 'blocked' }
  | { readonly step: 'waiting'; readonly attempt: ConnectStarted }
  /** The attempt ended without a connection; `code` says why. */
  | { readonly step: 'failed'; readonly code: string }
  /** Our own server did not begin the attempt. */
  | { readonly step: 'refused'; readonly error: unknown };

interface Options {
  readonly returnTo?: NonNullable<ConnectRequest['returnTo']>;
  /** Called right before this window leaves for the provider's page. */
  readonly beforeLeaving?: () => void;
}

const IDLE: ConnectState = { step: 'idle' };

/** Connects one provider: by popup where the browser lets us, else in this window. */
export function useConnect(
  { provider, name }: Pick<Integration, 'provider' | 'name'>,
  { returnTo = 'integrations', beforeLeaving }: Options = {},
) {
  const client = useQueryClient();
  const [state, setState] = useState<ConnectState>(IDLE);
  const wasBlocked = useRef(false);
  const watching = useRef<AbortController>(null);
  const stopWatching = useCallback(() => watching.current?.abort(), []);
  useEffect(() => stopWatching, [stopWatching]);

  const continueHere = useCallback(async () => {
    setState({ step: 'leaving' });
    try {
      const { authorizeUrl } = await startConnect(provider, { mode: 'redirect', returnTo });
      beforeLeaving?.();
      window.location.assign(authorizeUrl);
    } catch (error) {
      setState({ step: 'refused', error });
    }
  }, [provider, returnTo, beforeLeaving]);

  const followWindow = async (popup: Window) => {
    setState({ step: 'starting' });
    stopWatching();
    const watch = new AbortController();
    watching.current = watch;
    try {
      const attempt = await startConnect(provider, { mode: 'popup', returnTo });
      popup.location.replace(attempt.authorizeUrl);
      setState({ step: 'waiting', attempt });
      const { status, code = 'unknown' } = await watchAttempt(attempt, watch.signal);
      await client.invalidateQueries({ queryKey: ['integrations'] });
      if (status === 'succeeded') tell(t('integrations.nowConnected', { name }));
      setState(status === 'succeeded' ? IDLE : { step: 'failed', code });
    } catch (error) {
      popup.close();
      setState({ step: 'refused', error });
    }
  };

  /** Must be called in the click itself. */
  const connect = () => {
    const popup = openConnectWindow(name);
    if (popup !== null) {
      wasBlocked.current = false;
      void followWindow(popup);
    } else if (wasBlocked.current) void continueHere();
    else {
      wasBlocked.current = true;
      setState({ step: 'blocked' });
    }
  };

  const cancel = () => {
    stopWatching();
    setState(IDLE);
  };

  return { state, connect, continueHere: () => void continueHere(), cancel };
}

export type Connecting = ReturnType<typeof useConnect>;

const WIDTH = 560;
const HEIGHT = 720;

/**
 * Opens an empty window; must be called in the click itself, before anything is awaited, or browsers block it.
 * Null when it was blocked.
 */
function openConnectWindow(providerName: string): Window | null {
  const left = Math.max(0, window.screenX + (window.outerWidth - WIDTH) / 2);
  const top = Math.max(0, window.screenY + (window.outerHeight - HEIGHT) / 2);
  const opened = window.open('', '_blank', `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`);
  if (opened === null) return null;
  opened.document.title = t('integrations.connectTitle', { name: providerName });
  opened.document.body.textContent = t('integrations.opening', { name: providerName });
  return opened;
}

const POLL_MS = 2_000;

/**
 * Waits for the outcome of a connect attempt in another window. The provider's pages may cut every tie between the
 * windows (Cross-Origin-Opener-Policy), so neither `opener` nor `popup.closed` is trusted: the callback page's broadcast,
 * a poll while we are visible, and a look on focus all ask the server, and the first final answer wins.
 */
function watchAttempt({ attemptId, expiresAt }: ConnectStarted, signal: AbortSignal): Promise<ConnectAttempt> {
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
