import type { EventType, Location } from '#db/entities/event-type.ts';
import { locationId } from '#domain/location-choice.ts';
import { invalidField } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

/** The locations a guest can choose of, in the host's order; one where there is no choice. */
export const locationsOf = ({ location, furtherLocations }: EventType): readonly Location[] => [
  location,
  ...(furtherLocations ?? []),
];

/**
 * The event type as it is for a guest who has chosen a location by its `locationId`.
 * @throws Refusal `validation_failed` where it does not have that location, or no longer, and where there are several and
 * none is chosen
 */
export function withLocation(eventType: EventType, chosen: string | undefined): EventType {
  const locations = locationsOf(eventType);
  if (chosen === undefined && locations.length > 1) throw invalidField('/location', says('said.choose_location'));
  const found = chosen === undefined ? eventType.location : locations.find((one) => locationId(one) === chosen);
  if (found === undefined) throw invalidField('/location', says('said.other_location'));
  // Not the stored row: its own location is not to be changed by a guest's choice.
  const { ...rules } = eventType;
  return { ...rules, location: placeOf(found), furtherLocations: null };
}

/** Where a booking takes place. A label has done its work, unless it is all that says where. */
function placeOf({ label, ...place }: Location): Location {
  return label !== undefined && place.kind === 'in_person' ? { ...place, value: place.value || label } : place;
}
