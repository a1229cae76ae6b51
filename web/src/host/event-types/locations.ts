import { useQuery } from '@tanstack/react-query';
import { type Integration, integrationsQuery } from '../data/integrations.ts';
import type { IconName } from '../parts/icons.tsx';
import type { EventTypeValues } from './values.ts';
import { t, type Words } from '../text.ts';

export type Place = EventTypeValues['location'];

interface OwnLocation {
  /** Of the choice; a phone call has two. */
  readonly id: string;
  readonly kind: string;
  readonly name: Words;
  /** How the host chooses it. */
  readonly choice: Words;
  readonly icon: IconName;
  /** What its value is called, and an example; null where it has none, and what happens instead. */
  readonly asks: Words | null;
  readonly example: Words;
  readonly needsValue: boolean;
}

/** Places that need no meeting platform. */
export const OWN_LOCATIONS: readonly OwnLocation[] = [
  {
    id: 'link',
    kind: 'link',
    name: 'types.places.link',
    choice: 'types.places.link',
    icon: 'link',
    asks: 'types.places.linkAsks',
    example: 'types.places.linkExample',
    needsValue: true,
  },
  {
    id: 'phone-host',
    kind: 'phone',
    name: 'types.places.phone',
    choice: 'types.places.hostCalls',
    icon: 'phone',
    asks: null,
    example: 'types.places.hostCallsHint',
    needsValue: false,
  },
  {
    id: 'phone-guest',
    kind: 'phone',
    name: 'types.places.phone',
    choice: 'types.places.guestCalls',
    icon: 'phone',
    asks: 'types.places.yourNumber',
    example: 'types.places.numberExample',
    needsValue: true,
  },
  {
    id: 'in_person',
    kind: 'in_person',
    name: 'types.places.inPerson',
    choice: 'types.places.inPerson',
    icon: 'pin',
    asks: 'types.places.address',
    example: 'types.places.addressExample',
    needsValue: false,
  },
];

/** The choice that a location is; undefined for a platform's. A call whose number is still to be typed has an empty one. */
export const ownLocationOf = ({ kind, value }: Place): OwnLocation | undefined =>
  OWN_LOCATIONS.find((own) => own.kind === kind && (kind !== 'phone' || own.needsValue === (value !== undefined)));

/** What a host calls one of several places: who calls is part of it. */
export function useChoiceName(): (place: Place) => string {
  const nameOf = useLocationName();
  return (place) => {
    const own = ownLocationOf(place);
    if (place.label !== undefined) return place.label;
    return own === undefined ? nameOf(place.kind) : t(own.choice);
  };
}

/** By what a host chooses a place: a platform's id, or one of our own choices. */
export const choiceOf = (place: Place): string => ownLocationOf(place)?.id ?? place.kind;

export function placeOf(choice: string): Place {
  const own = OWN_LOCATIONS.find(({ id }) => id === choice);
  return own === undefined ? { kind: choice } : { kind: own.kind, ...(own.needsValue && { value: '' }) };
}

/** "Zoom or Phone call": where guests can meet. */
export const placesText = (
  { location, furtherLocations }: Pick<EventTypeValues, 'location' | 'furtherLocations'>,
  integrations?: readonly Integration[],
): string =>
  [
    ...new Set([location, ...furtherLocations].map(({ kind, label }) => label ?? locationName(kind, integrations))),
  ].join(` ${t('types.places.or')} `);

/** What a location is called; platforms have the name the server gives them. */
export function locationName(kind: string, integrations: readonly Integration[] = []): string {
  const own = OWN_LOCATIONS.find((one) => one.kind === kind);
  if (own !== undefined) return t(own.name);
  const platform = integrations.find(({ provider }) => provider === kind);
  // Until the server's names are there.
  return platform?.name ?? kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** The same for parts that do not know the integrations themselves. */
export function useLocationName(): (kind: string) => string {
  const { data } = useQuery({ ...integrationsQuery, refetchInterval: false });
  return (kind) => locationName(kind, data);
}

export const locationIcon = (kind: string): IconName => OWN_LOCATIONS.find((own) => own.kind === kind)?.icon ?? 'video';
