import { useEffect, useRef } from 'react';
import type { GuestBooking } from '#api/guest/schema.ts';
import { bookingPath } from './booking-path.ts';
import { announce } from '../parts/announcer.tsx';
import { type Resource, useResource } from '../data/use-resource.ts';
import { useRefresh } from '../times/use-refresh.ts';

/** A guest's booking; `holdEndsAt` is told while the host has not confirmed yet. */
export type Booking = GuestBooking & { readonly holdEndsAt?: string | null };

/** Whether the booking holds its time. */
export const isHeld = ({ status }: Booking) => status === 'pending' || status === 'confirmed';

/** Whether the host is asked, for the booking or for another time of it. */
const waitsForAnswer = ({ status, proposedStartsAt }: Booking) => status === 'pending' || proposedStartsAt !== null;

/** Whether it can still be moved and cancelled by its guest: until the meeting begins. */
export const mayChange = (booking: Booking) => isHeld(booking) && Date.parse(booking.startsAt) > Date.now();

/** What the guest has just done here; kept over a reload, gone with the next visit. */
export type News = 'booked' | 'moved' | null;

/** What the guest has just done, as this entry of the history remembers it. */
export const newsHere = (): News => (history.state as { news?: News } | null)?.news ?? null;

/** How soon we look again, in milliseconds: often while a link is being made, seldom while a host decides. */
const SOON = 2_000;
const LATER = 10_000;
const LOOKS_SOON = 30;

/** A booking that keeps itself up to date while something about it is still open. */
export function useBooking(token: string): Resource<Booking> {
  const resource = useResource<Booking>(bookingPath(token));
  const { data, reload } = resource;
  useRefresh(reload);
  const waitsForLink = data?.status === 'confirmed' && data.conference.status === 'pending';
  const waitsForHost = data !== undefined && waitsForAnswer(data);

  useEffect(() => {
    if (!waitsForLink && !waitsForHost) return;
    let looks = 0;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const look = async () => {
      looks += 1;
      if (document.visibilityState === 'visible') await reload();
      if (!isOver) again();
    };
    const again = () => {
      timer = setTimeout(() => void look(), waitsForLink && looks < LOOKS_SOON ? SOON : LATER);
    };
    again();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [waitsForLink, waitsForHost, reload]);

  useNews(data);
  return resource;
}

/** What changed while the page was open is said aloud. */
function useNews(booking: Booking | undefined): void {
  const before = useRef(booking);
  useEffect(() => {
    const last = before.current;
    before.current = booking;
    if (last === undefined || booking === undefined) return;
    const isAnswered = waitsForAnswer(last) && !waitsForAnswer(booking) && booking.status === 'confirmed';
    const isKept = booking.startsAt === last.startsAt && booking.proposalOutcome !== null;
    if (isAnswered && !isKept) announce(`${booking.host.name} has confirmed.`);
    if (isAnswered && isKept && booking.proposalOutcome !== 'withdrawn') announce('Your meeting stays at its time.');
    if (last.conference.status === 'pending' && booking.conference.status === 'ready')
      announce('The link to your meeting is ready.');
  }, [booking]);
}
