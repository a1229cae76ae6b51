import { useEffect, useState } from 'react';
import type { IsoDate } from '../../shared/iso-days.ts';
import { usePage } from '../page-context.tsx';
import { dateIn } from './slots.ts';

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
