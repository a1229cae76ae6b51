import { useSyncExternalStore } from 'react';
import type { Reader } from '#api/pages/schema.ts';
import { keep, readKept } from '../shared/browser-storage.ts';
import { useLive, usePage } from './page-context.tsx';
import { t } from './t.ts';

type HourCycle = Reader['hourCycle'];

const KEPT = 'insytical:clock';
const listeners = new Set<() => void>();
/** Chosen on this page, where the browser keeps nothing for us. */
let chosenHere: HourCycle | null = null;

function keptClock(): HourCycle | null {
  const kept = readKept('localStorage', KEPT);
  return kept === 'h12' || kept === 'h23' ? kept : chosenHere;
}

/** Writes times by this clock from now on; remembered on this device. */
export function chooseClock(chosen: HourCycle): void {
  chosenHere = chosen;
  keep('localStorage', KEPT, chosen);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The reader with the clock chosen on this device, else with that of the browser's language. */
export function useReader(): Reader {
  const { reader } = usePage();
  const hourCycle = useSyncExternalStore(
    subscribe,
    () => keptClock() ?? reader.hourCycle,
    () => reader.hourCycle,
  );
  return hourCycle === reader.hourCycle ? reader : { ...reader, hourCycle };
}

const CLOCKS: readonly HourCycle[] = ['h12', 'h23'];

/** Which clock times are written in; remembered on this device, so it needs scripts. */
export function ClockSwitch() {
  const chosen = useReader().hourCycle;
  const isLive = useLive();
  return (
    <fieldset className={isLive ? 'clock-switch' : 'clock-switch asleep'}>
      <legend className="visually-hidden">{t('clock.label')}</legend>
      {CLOCKS.map((hourCycle) => (
        <label key={hourCycle}>
          <input
            type="radio"
            name="clock"
            className="visually-hidden"
            checked={chosen === hourCycle}
            onChange={() => chooseClock(hourCycle)}
          />
          <span aria-hidden="true">{t(`clock.${hourCycle}.short`)}</span>
          <span className="visually-hidden">{t(`clock.${hourCycle}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
