import { calendarLinks } from './calendar-links.ts';
import type { Booking } from './use-booking.ts';

/** The booking as an appointment in the guest's own calendar. */
export function AddToCalendar({ booking }: { readonly booking: Booking }) {
  return (
    <section className="add" aria-labelledby="add">
      <h2 id="add">Add to your calendar</h2>
      <ul className="buttons">
        {calendarLinks(booking).map(({ name, href, isFile }) => (
          <li key={name}>
            {isFile ? (
              <a className="button" href={href} download="booking.ics">
                {name}
              </a>
            ) : (
              <a className="button" href={href} target="_blank" rel="noopener noreferrer">
                {name}
                <span className="visually-hidden"> (opens in a new tab)</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
