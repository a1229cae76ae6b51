import type { PublicEventType } from '#api/guest/schema.ts';
import { durationText } from '../date-text.ts';
import { t } from '../t.ts';
import { stepFrom, useAddress } from '../url-state.tsx';

type Durations = Pick<PublicEventType, 'durations' | 'durationMinutes'>;

/** The length that is sent along, in minutes; undefined where there is no choice. */
export const chosenDuration = ({ durations, durationMinutes }: Durations): number | undefined =>
  durations.length > 1 ? durationMinutes : undefined;

/** The lengths of which the guest chooses. Each is a page of its own, with its own free times. */
export function DurationChoice({ eventType }: { readonly eventType: Durations }) {
  const { durations, durationMinutes } = eventType;
  const address = useAddress();
  if (durations.length < 2) return null;
  return (
    <nav aria-label={t('event.duration')}>
      <ul className="buttons">
        {durations.map((minutes) => (
          <li key={minutes}>
            <a
              className="button"
              href={stepFrom(address, { duration: String(minutes), slot: null })}
              aria-current={minutes === durationMinutes ? 'true' : undefined}
            >
              {durationText(minutes)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
