import type { PublicEventType } from '#api/guest/schema.ts';
import type { Draft } from '#api/pages/schema.ts';
import { PlaceMark } from '../icons.tsx';
import { FieldProblem } from './fields.tsx';

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
      <legend>Where would you like to meet?</legend>
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

function inWords({ kind, name, asksPhone }: Location, hostName: string): string {
  if (kind !== 'phone') return name;
  return asksPhone ? `${name}: ${hostName} calls you` : `${name}: you call ${hostName}`;
}
