import { isHeld } from '#domain/booking.ts';
import { html, type Html, nothing } from '#mail/html.ts';
import type { ProviderRegistry } from '#providers/registry.ts';
import type { GuestBooking } from '../../guest/schema.ts';
import { placeLabel } from '../../shared/places.ts';
import { when } from './words.ts';

/** What is booked: when, with whom and where. */
export function ticket(booking: GuestBooking, providers: ProviderRegistry): Html {
  const { eventType, host, guest } = booking;
  const { date, hours, zone } = when(booking, guest.timeZone);
  return html`<section class="ticket" aria-labelledby="what">
    <h2 id="what">${eventType.title}</h2>
    <dl>
      <dt>When</dt>
      <dd>${formerly(booking)}<strong>${date}</strong><br />${hours}<br /><span class="soft">${zone}</span></dd>
      ${askedFor(booking)}
      <dt>Who</dt>
      <dd>
        <bdi>${host.name}</bdi> <span class="soft">(host)</span><br /><bdi>${guest.name}</bdi>
        <span class="soft">${guest.email}</span>
      </dd>
      <dt>Where</dt>
      <dd>${placeLabel(eventType.location.kind, providers)}${place(booking)}</dd>
    </dl>
  </section>`;
}

function formerly(booking: GuestBooking): Html {
  const { previousStartsAt, guest } = booking;
  if (previousStartsAt === null || !isHeld(booking.status)) return nothing;
  const { short } = when({ startsAt: previousStartsAt, endsAt: previousStartsAt }, guest.timeZone);
  return html`<span class="soft">Formerly</span> <del>${short}</del><br />`;
}

/** The time that waits for the host's answer. */
function askedFor({ proposedStartsAt, startsAt, endsAt, guest }: GuestBooking): Html {
  if (proposedStartsAt === null) return nothing;
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  const until = new Date(Date.parse(proposedStartsAt) + length).toISOString();
  const { full } = when({ startsAt: proposedStartsAt, endsAt: until }, guest.timeZone);
  return html`<dt>Asked for</dt>
    <dd>${full}<br /><span class="soft">Not confirmed yet</span></dd>`;
}

/** The link, or what has become of it. */
function place(booking: GuestBooking): Html {
  const { conference, host, eventType, status } = booking;
  if (!isHeld(booking.status)) return nothing;
  switch (conference.status) {
    case 'ready':
      if (conference.joinUrl === null) return nothing;
      return html`<br /><a class="button primary" href="${conference.joinUrl}" rel="noopener noreferrer"
          >Join the meeting</a
        ><br /><span class="small soft">${conference.joinUrl}</span>`;
    case 'pending':
      return status === 'pending'
        ? said(`You get the link once ${host.name} has confirmed.`)
        : said('The link will follow by e-mail. Reload this page to see it here.');
    case 'unavailable':
    case 'failed':
      return said(`${host.name} will send you the link. Your booking is valid.`);
    case 'none':
      return status === 'pending'
        ? said(`You get the details once ${host.name} has confirmed.`)
        : said(eventType.location.value ?? whereWords(eventType.location.kind, host.name));
  }
}

const said = (words: string) => html`<br /><span class="soft">${words}</span>`;

const whereWords = (kind: string, host: string) =>
  kind === 'phone' ? `${host} will call you, or tells you the number.` : `${host} will tell you where.`;
