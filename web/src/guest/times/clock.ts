import { useSyncExternalStore } from 'react';
import type { Reader } from '#api/pages/schema.ts';
import { usePage } from '../page-context.tsx';

export type Clock = Reader['clock'];

const KEPT = 'insytical:clock';
const listeners = new Set<() => void>();
/** Chosen on this page, where the browser keeps nothing for us. */
let chosenHere: Clock | null = null;

function keptClock(): Clock | null {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === '12h' || kept === '24h' ? kept : chosenHere;
  } catch {
    return chosenHere;
  }
}

/** Writes times by this clock from now on; remembered on this device. */
export function chooseClock(chosen: Clock): void {
  chosenHere = chosen;
  try {
    localStorage.setItem(KEPT, chosen);
  } catch {
    // Storage may be closed to us; then the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The reader with the clock chosen on this device, else with that of the browser's language. */
export function useReader(): Reader {
  const { reader } = usePage();
  const clock = useSyncExternalStore(
    subscribe,
    () => keptClock() ?? reader.clock,
    () => reader.clock,
  );
  return clock === reader.clock ? reader : { ...reader, clock };
}
