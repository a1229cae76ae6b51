import type { PublicEventType } from '#api/guest/schema.ts';
import type { Draft } from '#api/pages/schema.ts';
import { PlaceMark } from '../icons.tsx';
import { t } from '../t.ts';
import { FieldProblem } from './fields.tsx';
import { placeName } from './places-text.ts';

type Location = PublicEventType['location'];

/** Where people meet, as far as it is known: the one place there is, or the one that was chosen. */
export function chosenLocation(locations: readonly Location[], draft: Pick<Draft, 'location'>): Location | undefined {
  return locations.length === 1 ? locations[0] : locations.find(({ id }) => id === draft.location);
}

interface Props {
  readonly locations: readonly Location[];
  readonly hostName: string;
  /** Id of the one that is chosen at first; empty for none. */
  readonly chosen: string;
  readonly problem: string | undefined;
}

/** The places of which the guest chooses one. */
export function LocationField({ locations, hostName, chosen, problem }: Props) {
  return (
    <fieldset className="field choices" aria-describedby={problem === undefined ? undefined : 'field-location-problem'}>
      <legend>{t('form.location')}</legend>
      {locations.map((location) => (
        <label key={location.id} className="checkbox">
          <input
            type="radio"
            name="location"
            value={location.id}
            required
            aria-invalid={problem !== undefined}
            defaultChecked={location.id === chosen}
          />
          <PlaceMark kind={location.kind} />
          <span>{inWords(location, hostName)}</span>
        </label>
      ))}
      <FieldProblem id="field-location" problem={problem} />
    </fieldset>
  );
}

function inWords(location: Location, host: string): string {
  const place = placeName(location);
  if (location.kind !== 'phone') return place;
  return t(location.asksPhone ? 'form.location.hostCalls' : 'form.location.guestCalls', { place, host });
}
