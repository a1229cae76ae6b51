import { useEffect, useEffectEvent } from 'react';

const EVERY = 5 * 60_000;
/** Focus and visibility come together; one answer serves both. */
const NOT_WITHIN = 1_000;

/** Calls again whenever the guest comes back to the page, and every five minutes while it is in view. */
export function useRefresh(refresh: () => Promise<void>): void {
  const refreshNow = useEffectEvent(refresh);
  useEffect(() => {
    let last = Date.now();
    const again = () => {
      if (document.visibilityState !== 'visible' || Date.now() - last < NOT_WITHIN) return;
      last = Date.now();
      void refreshNow();
    };
    const timer = setInterval(again, EVERY);
    window.addEventListener('focus', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, []);
}
