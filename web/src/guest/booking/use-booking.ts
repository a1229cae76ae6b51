import { useCallback, useEffect, useRef, useState } from 'react';
import type { GuestBooking } from '#api/guest/schema.ts';
import { api, type ApiProblem, isProblem } from '../../shared/api.ts';
import { useRefresh } from '../keep-fresh.ts';
import { asProblem, LONGEST_WAIT } from '../problems.tsx';
import { announce } from '../shell.tsx';
import { t } from '../t.ts';
import type { Change } from '../url-state.tsx';

/** A guest's booking. */
export type Booking = GuestBooking;

/** Whether the booking holds its time. */
export const isHeld = ({ status }: Booking) => status === 'pending' || status === 'confirmed';

/** Whether the host is asked, for the booking or for another time of it. */
const waitsForAnswer = ({ status, proposedStartsAt }: Booking) => status === 'pending' || proposedStartsAt !== null;

/** Whether its meeting is still to come at `now`. */
export const isAhead = (booking: Booking, now: string) =>
  isHeld(booking) && Date.parse(booking.startsAt) > Date.parse(now);

/** Whether it can still be moved and cancelled by its guest at `now`: until the time that the host has set. */
export const mayChange = (booking: Booking, now: string) =>
  isAhead(booking, now) && Date.parse(booking.changeableUntil) > Date.parse(now);

/** How soon we look again, in milliseconds: often while a link is being made, seldom while a host decides. */
const SOON = 2_000;
const LATER = 10_000;
const LOOKS_SOON = 30;

interface KeptBooking {
  readonly booking: Booking;
  /** Set when the booking is gone: its link has ended while the page was open. */
  readonly gone: ApiProblem | null;
  readonly reload: () => Promise<void>;
  /** A newer answer that came by another call. */
  readonly set: (booking: Booking) => void;
}

/** A booking that keeps itself up to date while something about it is still open. */
export function useBooking(first: Booking): KeptBooking {
  const [booking, setBooking] = useState(first);
  const [gone, setGone] = useState<ApiProblem | null>(null);
  const latest = useRef(0);
  const path = bookingPath(first.token);

  const set = useCallback((answer: Booking) => {
    latest.current += 1;
    setBooking(answer);
  }, []);

  const reload = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    try {
      const answer = await api.get<Booking>(path, { withinMs: LONGEST_WAIT });
      if (mine === latest.current) setBooking(answer);
    } catch (error) {
      // What is known stays shown; only a booking that is gone is news.
      if (mine === latest.current && isProblem(error, 'not_found')) setGone(asProblem(error));
    }
  }, [path]);

  useRefresh(reload);
  usePolling(booking, reload);
  useNews(booking);
  return { booking, gone, reload, set };
}

function usePolling(booking: Booking, reload: () => Promise<void>): void {
  const waitsForLink = booking.status === 'confirmed' && booking.conference.status === 'pending';
  const waitsForHost = waitsForAnswer(booking);
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
}

/** Announces to screen readers what changed while the page was open. */
function useNews(booking: Booking): void {
  const before = useRef(booking);
  useEffect(() => {
    const last = before.current;
    before.current = booking;
    const isAnswered = waitsForAnswer(last) && !waitsForAnswer(booking) && booking.status === 'confirmed';
    const isKept = booking.startsAt === last.startsAt && booking.proposalOutcome !== null;
    if (isAnswered && !isKept) announce(t('news.confirmed', { host: booking.host.name }));
    if (isAnswered && isKept && booking.proposalOutcome !== 'withdrawn') announce(t('news.kept'));
    if (last.conference.status === 'pending' && booking.conference.status === 'ready') announce(t('news.link'));
  }, [booking]);
}

/** A guest's booking in our API. */
export const bookingPath = (token: string) => `/api/v1/public/bookings/${encodeURIComponent(token)}`;

/** The step back to the booking itself. */
export const TO_BOOKING: Change = { action: null, month: null, date: null, slot: null, choose: null, news: null };
