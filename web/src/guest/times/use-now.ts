import { useEffect, useState } from 'react';
import type { IsoDate } from '../../shared/iso-days.ts';
import { dateIn } from './slots.ts';

/** The present minute, as an instant. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Today's date in a zone; it changes at midnight there. */
export const useToday = (zone: string): IsoDate => dateIn(zone, useNow());
