import { useEffect, useEffectEvent, useState } from 'react';
import { dateIn } from '#domain/wall-clock.ts';
import type { IsoDate } from '../shared/iso-days.ts';
import { usePage } from './page-context.tsx';

/** The present minute, as an instant; until the page is hydrated, that of its making. */
export function useNow(): string {
  const [now, setNow] = useState(usePage().now);
  useEffect(() => {
    const look = () => setNow(new Date().toISOString());
    const first = setTimeout(look);
    const timer = setInterval(look, 15_000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, []);
  return now;
}

/** Today's date in a zone; it changes at midnight there. */
export const useToday = (zone: string): IsoDate => dateIn(zone, useNow());

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
    /** From the back/forward cache, the page as it was left; not every browser calls that becoming visible. */
    const broughtBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) again();
    };
    const timer = setInterval(again, EVERY);
    window.addEventListener('focus', again);
    document.addEventListener('visibilitychange', again);
    window.addEventListener('pageshow', broughtBack);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', again);
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('pageshow', broughtBack);
    };
  }, []);
}
