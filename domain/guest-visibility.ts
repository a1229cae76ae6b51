import type { BookingStatus } from './booking.ts';
import type { ShownConference } from './shown-conference.ts';

/** Whether a guest may know where the meeting is: only of a booking that is confirmed, and only as long as it is. */
export const isLocationVisible = (status: BookingStatus): boolean => status === 'confirmed';

/** What a guest is shown of a booking's link: before the host has confirmed, a link that exists still waits. */
export function conferenceForGuest(
  status: BookingStatus,
  shown: ShownConference,
): Pick<ShownConference, 'status' | 'joinUrl'> {
  // A link that waits for its host to reconnect may never come by itself.
  if (isLocationVisible(status) && shown.status === 'pending' && shown.problem !== null)
    return { status: 'unavailable', joinUrl: null };
  if (isLocationVisible(status) || shown.joinUrl === null) return { status: shown.status, joinUrl: shown.joinUrl };
  return { status: 'pending', joinUrl: null };
}

/** The kind of place, and the room, phone number or address itself once the guest may know it. */
export function locationForGuest<T extends { readonly kind: string; readonly value?: string | undefined }>(
  status: BookingStatus,
  location: T,
): T | { kind: string } {
  return isLocationVisible(status) ? location : { kind: location.kind };
}
