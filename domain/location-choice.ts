import { hostCallsGuest } from './phone-call.ts';

interface Place {
  readonly kind: string;
  readonly value?: string | null | undefined;
}

/**
 * By what guests choose one of an event type's locations: its kind, and of a phone call who calls. It tells nothing of
 * number, address or link.
 */
export const locationId = (place: Place): string =>
  place.kind === 'phone' ? (hostCallsGuest(place) ? 'phone_host_calls' : 'phone_guest_calls') : place.kind;
