import { useQuery } from '@tanstack/react-query';
import { type Integration, integrationsQuery } from '../data/integrations.ts';
import type { IconName } from '../parts/icons.tsx';
import type { EventTypeValues } from './values.ts';

export type Place = EventTypeValues['location'];

interface OwnLocation {
  /** Of the choice; a phone call has two. */
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** How the host chooses it. */
  readonly choice: string;
  readonly icon: IconName;
  /** What its value is called, and an example; null where it has none, and what happens instead. */
  readonly asks: string | null;
  readonly example: string;
  readonly needsValue: boolean;
}

/** Places that need no meeting platform. */
export const OWN_LOCATIONS: readonly OwnLocation[] = [
  {
    id: 'link',
    kind: 'link',
    name: 'Your own link',
    choice: 'Your own link',
    icon: 'link',
    asks: 'Link',
    example: 'https://…',
    needsValue: true,
  },
  {
    id: 'phone-host',
    kind: 'phone',
    name: 'Phone call',
    choice: 'Phone: I call the guest',
    icon: 'phone',
    asks: null,
    example: 'The booking form asks guests for their phone number.',
    needsValue: false,
  },
  {
    id: 'phone-guest',
    kind: 'phone',
    name: 'Phone call',
    choice: 'Phone: the guest calls me',
    icon: 'phone',
    asks: 'Your phone number',
    example: '+49 30 1234567',
    needsValue: true,
  },
  {
    id: 'in_person',
    kind: 'in_person',
    name: 'In person',
    choice: 'In person',
    icon: 'pin',
    asks: 'Address (optional)',
    example: 'Street, city',
    needsValue: false,
  },
];

/** The choice that a location is; undefined for a platform's. A call whose number is still to be typed has an empty one. */
export const ownLocationOf = ({ kind, value }: Place): OwnLocation | undefined =>
  OWN_LOCATIONS.find((own) => own.kind === kind && (kind !== 'phone' || own.needsValue === (value !== undefined)));

/** What a host calls one of several places: who calls is part of it. */
export function useChoiceName(): (place: Place) => string {
  const nameOf = useLocationName();
  return (place) => ownLocationOf(place)?.choice ?? nameOf(place.kind);
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
  [...new Set([location, ...furtherLocations].map(({ kind }) => locationName(kind, integrations)))].join(' or ');

/** What a location is called; platforms have the name the server gives them. */
export function locationName(kind: string, integrations: readonly Integration[] = []): string {
  return (
    integrations.find(({ provider }) => provider === kind)?.name ??
    OWN_LOCATIONS.find((own) => own.kind === kind)?.name ??
    // Until the server's names are there.
    kind.charAt(0).toUpperCase() + kind.slice(1)
  );
}

/** The same for parts that do not know the integrations themselves. */
export function useLocationName(): (kind: string) => string {
  const { data } = useQuery({ ...integrationsQuery, refetchInterval: false });
  return (kind) => locationName(kind, data);
}

export const locationIcon = (kind: string): IconName => OWN_LOCATIONS.find((own) => own.kind === kind)?.icon ?? 'video';
