import type { Config } from '#config';
import type { Booking } from '#db/entities/booking.ts';
import { answerToken } from './answer-token.ts';
import { furtherGuestToken } from './further-guest-token.ts';
import { guestToken } from './guest-token.ts';

/** Every absolute address we hand out, made from PUBLIC_URL and never from a request. */
export function guestLinks(config: Config, booking: { readonly id: string; readonly linkVersion: number }) {
  const token = guestToken(config, booking);
  return {
    token,
    manage: `${config.PUBLIC_URL}/booking/${token}`,
    unsubscribe: `${config.PUBLIC_URL}/api/v1/public/bookings/${token}/unsubscribe`,
  };
}

/** Where a further guest leaves a booking; the one-click target of mail programs, and the page for people. */
export function leaveAddress(config: Config, guest: { readonly id: string }) {
  const token = furtherGuestToken(config, guest);
  return {
    page: `${config.PUBLIC_URL}/booking/${token}/leave`,
    oneClick: `${config.PUBLIC_URL}/api/v1/public/guests/${token}/leave`,
  };
}

/** Where the host confirms or declines without a login; null where nothing is asked. */
export function answerAddress(config: Config, booking: Booking): string | null {
  const token = answerToken(config, booking);
  return token === null ? null : `${config.PUBLIC_URL}/booking/${token}/answer`;
}

/** Address at which an event type is booked. */
export function publicPage(config: Config, handle: string, slug: string): string {
  return `${config.PUBLIC_URL}/${handle}/${slug}`;
}

/** Addresses of the host's own pages that mails about a booking lead to. */
export function hostPages(config: Config, bookingId: string) {
  return {
    booking: `${config.PUBLIC_URL}/bookings/${bookingId}`,
    integrations: `${config.PUBLIC_URL}/user/integrations`,
  };
}
