import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ConnectRequest, type ConnectStarted, type Integration, startConnect } from '../data/integrations.ts';
import { tell } from '../parts/tell.tsx';
import { openConnectWindow } from './connect-window.ts';
import { watchAttempt } from './watch-attempt.ts';

export type ConnectState =
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
      if (status === 'succeeded') tell(`${name} is connected.`);
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
