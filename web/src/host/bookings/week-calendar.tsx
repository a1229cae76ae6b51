import type { CSSProperties } from 'react';
import { Link } from '@tanstack/react-router';
import type { BookingSummary } from '../data/bookings.ts';
import { isoDateOf, longDate, minuteOf, timesOf, todayIn } from '../parts/dates.ts';
import { t } from '../text.ts';

interface Props {
  /** Dates, in order. */
  readonly days: readonly string[];
  readonly bookings: readonly BookingSummary[];
  readonly zone: string;
}

const DAY = 1_440;

/** The hours that are shown: from the first meeting's to the last one's, at least a working day. */
function hoursOf(bookings: readonly BookingSummary[], zone: string) {
  const spans = bookings.map((booking) => spanOf(booking, zone));
  const first = Math.min(9 * 60, ...spans.map(({ from }) => from));
  const last = Math.max(17 * 60, ...spans.map(({ to }) => to));
  return { first: Math.floor(first / 60), last: Math.ceil(last / 60) };
}

/** Minutes of the day on the host's clocks; what goes past midnight ends there. */
function spanOf({ startsAt, endsAt }: BookingSummary, zone: string) {
  const from = minuteOf(startsAt, zone);
  const isPastMidnight = isoDateOf(endsAt, zone) !== isoDateOf(startsAt, zone);
  return { from, to: isPastMidnight ? DAY : Math.max(minuteOf(endsAt, zone), from + 1) };
}

/** A week in columns, each booking as long as it takes; on a phone a list of days. */
export function WeekCalendar({ days, bookings, zone }: Props) {
  const { first, last } = hoursOf(bookings, zone);
  const ofDay = Map.groupBy(bookings, ({ startsAt }) => isoDateOf(startsAt, zone));
  const today = todayIn(zone);
  return (
    <div className="week" style={{ '--hours': last - first } as CSSProperties}>
      {days.map((date) => {
        const own = ofDay.get(date) ?? [];
        return (
          <section key={date} aria-label={longDate(date)} className="week-day" data-today={date === today || undefined}>
            <h2 translate="no">{longDate(date)}</h2>
            <ol className="week-hours">
              {own.map((booking) => {
                const { from, to } = spanOf(booking, zone);
                const place = { '--from': from / 60 - first, '--length': (to - from) / 60 } as CSSProperties;
                return (
                  <li key={booking.id} style={place} data-status={booking.status}>
                    <Link to="/bookings/$id" params={{ id: booking.id }}>
                      <span translate="no">{timesOf(booking, zone)}</span> <strong>{booking.guest.name}</strong>{' '}
                      <span>{booking.eventType.title}</span>
                      {booking.status === 'pending' && <em> {t('bookings.status.pending')}</em>}
                    </Link>
                  </li>
                );
              })}
            </ol>
            {own.length === 0 && <p className="week-free">{t('bookings.none')}</p>}
          </section>
        );
      })}
    </div>
  );
}
