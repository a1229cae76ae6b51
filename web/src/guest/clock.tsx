import { useSyncExternalStore } from 'react';
import type { Reader } from '#api/pages/schema.ts';
import { useLive, usePage } from './page-context.tsx';

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

const CLOCKS: readonly { clock: Clock; text: string; name: string }[] = [
  { clock: '12h', text: '12h', name: '12-hour clock' },
  { clock: '24h', text: '24h', name: '24-hour clock' },
];

/** Which clock times are written in; remembered on this device, so it needs scripts. */
export function ClockSwitch() {
  const chosen = useReader().clock;
  const isLive = useLive();
  return (
    <fieldset className={isLive ? 'clock-switch' : 'clock-switch asleep'}>
      <legend className="visually-hidden">Clock</legend>
      {CLOCKS.map(({ clock, text, name }) => (
        <label key={clock}>
          <input
            type="radio"
            name="clock"
            className="visually-hidden"
            checked={chosen === clock}
            onChange={() => chooseClock(clock)}
          />
          <span aria-hidden="true">{text}</span>
          <span className="visually-hidden">{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
