import { useLive } from '../page-context.tsx';
import { chooseClock, type Clock, useReader } from './clock.ts';

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
