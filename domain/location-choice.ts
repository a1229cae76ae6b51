import { hostCallsGuest } from './phone-call.ts';

interface Place {
  readonly kind: string;
  readonly value?: string | null | undefined;
  readonly label?: string | undefined;
}

/** Kinds that are no provider's. An event type has several of one where each has a label of its own. */
export const OWN_PLACES = ['link', 'phone', 'in_person'];

/**
 * By what guests choose one of an event type's locations: its kind, of a phone call who calls, and the host's label for it.
 * It tells nothing of number, address or link.
 */
export function locationId(place: Place): string {
  const { kind, label } = place;
  const id = kind === 'phone' ? (hostCallsGuest(place) ? 'phone_host_calls' : 'phone_guest_calls') : kind;
  return label === undefined || !OWN_PLACES.includes(kind) ? id : `${id}:${label}`;
}
