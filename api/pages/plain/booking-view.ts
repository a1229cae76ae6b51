import { entryDetails, googleCalendarUrl, office365Url, outlookComUrl } from '#domain/add-to-calendar.ts';
import { isHeld } from '#domain/booking.ts';
import { html, type Html, nothing } from '#mail/html.ts';
import type { ProviderRegistry } from '#providers/registry.ts';
import type { GuestBooking } from '../../guest/schema.ts';
import { placeLabel } from '../../shared/places.ts';
import { headlineOf } from './headline.ts';
import { ticket } from './ticket.ts';
import { yourData } from './your-data.ts';
import { problemNotice, when } from './words.ts';

interface Shown {
  readonly booking: GuestBooking;
  readonly providers: ProviderRegistry;
  readonly now: Date;
  readonly problem?: { readonly title: string; readonly text?: string | undefined } | null;
}

/** Path of a booking's page. */
export const pageOf = ({ token }: { readonly token: string }) => `/booking/${encodeURIComponent(token)}`;

/** A guest's booking and everything the guest can do about it. Looking changes nothing: each change is a button. */
export function bookingView({ booking, providers, now, problem = null }: Shown): Html {
  const { tone, badge, title, text } = headlineOf(booking);
  return html`<div class="card narrow">
    ${problemNotice(problem)}
    <p><span class="badge ${tone}">${badge}</span></p>
    <h1>${title}</h1>
    <p>${text}</p>
    ${hostNote(booking)} ${ticket(booking, providers)}
    ${isHeld(booking.status) ? actions(booking, providers, now) : again(booking)} ${yourData(booking, now)}
  </div>`;
}

const hostNote = ({ hostNote: note, host }: GuestBooking): Html =>
  note === null ? nothing : html`<p class="description"><bdi>${host.name}</bdi> wrote: ${note}</p>`;

function actions(booking: GuestBooking, providers: ProviderRegistry, now: Date): Html {
  return html`${booking.status === 'confirmed' ? addToCalendar(booking, providers) : nothing}
  ${mayChange(booking, now) ? html`${keepTime(booking)} ${changes(booking)}` : nothing} ${reminders(booking)}`;
}

/** Whether the guest can still move or cancel the booking: until the meeting begins. */
export const mayChange = ({ status, startsAt }: Pick<GuestBooking, 'status' | 'startsAt'>, now: Date): boolean =>
  isHeld(status) && Date.parse(startsAt) > now.getTime();

/** Asking for the present time withdraws the one asked for. */
function keepTime(booking: GuestBooking): Html {
  if (booking.proposedStartsAt === null) return nothing;
  return html`<form method="post" action="${pageOf(booking)}/reschedule">
    <input type="hidden" name="startsAt" value="${booking.startsAt}" />
    <input type="hidden" name="revision" value="${booking.revision}" />
    <button class="button" type="submit">Keep the current time</button>
  </form>`;
}

function changes(booking: GuestBooking): Html {
  const page = pageOf(booking);
  return html`<section aria-labelledby="change">
    <h2 id="change">Something came up?</h2>
    <div class="buttons">
      <a class="button" href="${page}?action=reschedule">Reschedule</a>
      <a class="button" href="${page}?action=cancel">Cancel</a>
    </div>
  </section>`;
}

function addToCalendar(booking: GuestBooking, providers: ProviderRegistry): Html {
  const { eventType, host, conference, token } = booking;
  const entry = {
    title: `${eventType.title} with ${host.name}`,
    startsAt: Date.parse(booking.startsAt),
    endsAt: Date.parse(booking.endsAt),
    details: entryDetails(conference.joinUrl, conference.status !== 'none'),
    location: conference.joinUrl ?? eventType.location.value ?? placeLabel(eventType.location.kind, providers),
  };
  const file = `/api/v1/public/bookings/${encodeURIComponent(token)}/calendar.ics`;
  return html`<section aria-labelledby="add">
    <h2 id="add">Add to your calendar</h2>
    <div class="buttons">
      <a class="button" href="${googleCalendarUrl(entry)}" rel="noopener noreferrer">Google Calendar</a>
      <a class="button" href="${outlookComUrl(entry)}" rel="noopener noreferrer">Outlook</a>
      <a class="button" href="${office365Url(entry)}" rel="noopener noreferrer">Microsoft 365</a>
      <a class="button" href="${file}">Calendar file</a>
    </div>
  </section>`;
}

function reminders(booking: GuestBooking): Html {
  const { remindersOff, nextReminderAt, guest } = booking;
  if (remindersOff) return html`<p class="small soft" id="reminders">You get no reminders of this meeting.</p>`;
  if (nextReminderAt === null)
    return html`<p class="small soft" id="reminders">No reminder of this meeting is planned.</p>`;
  const next = when({ startsAt: nextReminderAt, endsAt: nextReminderAt }, guest.timeZone).short;
  return html`<form class="small soft" id="reminders" method="post" action="${pageOf(booking)}/unsubscribe">
    You are reminded by mail, next on ${next}. <button class="link" type="submit">Send me no reminders</button>
  </form>`;
}

const again = ({ host, eventType }: GuestBooking): Html =>
  html`<p>
    <a class="button primary" href="/${encodeURIComponent(host.handle)}/${encodeURIComponent(eventType.slug)}"
      >Book another time</a
    >
  </p>`;
