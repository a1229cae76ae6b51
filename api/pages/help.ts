import type { Config } from '#config';
import { html, type Html } from '#html';
import { sendEnglishArticle } from './article.ts';
import { type Page, translatorOfPage } from './page.ts';

const overview = html`<h2 id="overview">Overview</h2>
  <p>
    Insytical lets you publish a personal booking page where guests can schedule meetings during your available time
    slots. When you connect a meeting platform (Zoom, Microsoft Teams or Google Meet), every confirmed booking on an
    event type that uses that platform automatically generates a real conference link in your provider account, attaches
    it to the booking, and emails it to the guest along with the confirmation.
  </p>
  <p>
    You only have to connect each platform once. The connection persists until you disconnect it or revoke access from
    the provider’s side.
  </p>`;

const integrations = html`<a href="/user/integrations">Settings → Integrations</a>`;
const eventTypes = html`<a href="/scheduler/event-types">Scheduler → Event Types</a>`;

const zoom = html`<h2 id="zoom">Zoom</h2>
  <h3>Connect Zoom</h3>
  <ul>
    <li>Log in and open ${integrations}. Under Meeting platforms, click Connect on the Zoom card.</li>
    <li>
      A window opens Zoom’s authorization screen. Review the requested permissions and click Allow. Insytical only
      requests what is needed to create, read, update and delete meetings on your behalf, plus your basic profile to
      show “Connected as your-email@example.com”.
    </li>
    <li>Once approved, the window closes by itself and the card says “Connected as” with your Zoom email.</li>
  </ul>
  <p>
    Among the permissions is the list of your meetings: where Zoom did not answer whether it made a meeting, we look for
    it there. Meetings that are not ours are dropped unread.
  </p>
  <h3>Use Zoom</h3>
  <ul>
    <li>Create or edit an event type under ${eventTypes} and set Location to Zoom.</li>
    <li>
      Keep its visibility at Live and share your booking page link. Unlisted event types can be booked by their own link
      only; Off ones can’t be booked.
    </li>
    <li>
      When a guest books a slot, Insytical creates the Zoom meeting in your account, saves the join link on the booking,
      and includes it in the confirmation email and the reminders.
    </li>
    <li>
      If the guest reschedules through the link in their confirmation email, the Zoom meeting’s start time is updated.
      If they cancel, the Zoom meeting is deleted from your Upcoming Meetings.
    </li>
  </ul>
  <h3 id="disconnect-zoom">Remove Zoom</h3>
  <ul>
    <li>
      In Insytical: open ${integrations} and click Disconnect on the Zoom card. The connection is revoked and future
      bookings get no Zoom meeting. Existing bookings keep their links.
    </li>
    <li>
      At Zoom: on <a href="https://marketplace.zoom.us/user/installed">marketplace.zoom.us</a> → Manage → Installed
      Apps, find Insytical and click Uninstall. Zoom notifies us and the connection is revoked automatically.
    </li>
  </ul>
  <p>Event types whose location is Zoom go on to accept bookings, without Zoom links until you reconnect.</p>`;

const teams = html`<h2 id="teams">Microsoft Teams</h2>
  <h3>Connect Microsoft Teams</h3>
  <ul>
    <li>Open ${integrations} and click Connect on the Microsoft Teams card.</li>
    <li>
      Sign in with your Microsoft work, school or personal account and approve the requested permissions: read and write
      your Outlook calendar, and create online meetings.
    </li>
    <li>The card says “Connected as” with your email.</li>
  </ul>
  <p>
    Some personal Microsoft accounts, and work accounts without a Teams licence, make no Teams links. The booking still
    stands; we tell you, and you can paste a link of your own.
  </p>
  <h3>Use Microsoft Teams</h3>
  <p>
    Set an event type’s location to Microsoft Teams. When a booking is confirmed, Insytical creates an Outlook calendar
    event with a Teams meeting. The event appears on your Outlook calendar; the Teams link is in the confirmation email.
  </p>
  <h3 id="disconnect-teams">Remove Microsoft Teams</h3>
  <ul>
    <li>In Insytical: click Disconnect on the Teams card.</li>
    <li>
      At Microsoft: revoke access to Insytical on <a href="https://myapps.microsoft.com">myapps.microsoft.com</a>, with
      a personal account on <a href="https://account.live.com/consent/Manage">account.live.com</a>. Microsoft does not
      tell us; we notice it the next time we use the connection, at most a quarter of an hour later while you have
      bookings ahead, or when you open Integrations.
    </li>
  </ul>`;

const meet = html`<h2 id="meet">Google Meet</h2>
  <h3>Connect Google Meet</h3>
  <ul>
    <li>Open ${integrations} and click Connect on the Google Meet card.</li>
    <li>Sign in with your Google account and approve the Google Calendar permission.</li>
    <li>The card says “Connected as” with your email.</li>
  </ul>
  <h3>Use Google Meet</h3>
  <p>
    Set an event type’s location to Google Meet. On booking, Insytical creates a Google Calendar event on your primary
    calendar with its own Meet link. The link is in the confirmation email.
  </p>
  <h3 id="disconnect-meet">Remove Google Meet</h3>
  <ul>
    <li>In Insytical: click Disconnect on the Google Meet card. Existing bookings keep their links.</li>
    <li>
      At Google: on <a href="https://myaccount.google.com/connections">myaccount.google.com/connections</a>, open
      Insytical and click “Delete all connections”.
    </li>
  </ul>`;

const calendars = html`<h2 id="calendars">Calendars that block times</h2>
  <p>
    Under <a href="/scheduler/availability">Scheduler → Availability</a> you can paste the secret address of any
    calendar. While it says you’re busy, guests can’t book you. This is separate from your meeting platforms: through
    those, only meetings made by Insytical are touched.
  </p>
  <h3>Find the address</h3>
  <ul>
    <li>
      Google Calendar, on a computer: Settings → your calendar → Integrate calendar → “Secret address in iCal format”.
    </li>
    <li>
      Outlook on the web: Settings → Calendar → Shared calendars → Publish a calendar, then copy the ICS link. “Can view
      when I’m busy” is enough.
    </li>
    <li>iCloud: Calendar → share your calendar → Public Calendar, then copy the link (webcal://…).</li>
  </ul>
  <h3>What is read</h3>
  <ul>
    <li>From when to when you’re busy. Titles, people and places are not kept.</li>
    <li>Entries marked as free, and cancelled ones, block nothing. Tentative ones do.</li>
    <li>
      We read it every ten minutes, and at once when you click Check now. Google itself can take hours to show a change
      at that address.
    </li>
  </ul>
  <h3 id="calendar-unreadable">It says “Can’t be read”</h3>
  <p>
    The busy times we last read still block your slots, and we keep trying and email you. If you reset the address,
    click Stop using and paste the new one.
  </p>`;

const holidaysAndTrips = html`<h2 id="holidays">Public holidays and trips</h2>
  <p>Both are under <a href="/scheduler/availability">Scheduler → Availability</a> and go for all your schedules.</p>
  <h3>Public holidays</h3>
  <ul>
    <li>
      Switch on “Take public holidays off” and choose your country, and your state or region if it’s listed. You see the
      holidays of the next twelve months, and guests can’t book you on them.
    </li>
    <li>Tick “I work on this day” for a holiday on which guests can book you as usual.</li>
    <li>For other hours on a holiday, add a date override: it wins.</li>
    <li>
      Only public holidays count, not bank holidays, school holidays or days of remembrance. One of half a day counts as
      a whole day.
    </li>
  </ul>
  <p>
    The dates are those of <a href="https://github.com/commenthol/date-holidays">date-holidays</a>, whose data is under
    CC BY-SA 3.0. Those that depend on the moon can be a day off.
  </p>
  <h3>Trips</h3>
  <ul>
    <li>
      Enter the first and the last day and the time zone there. On these days 09:00 means 09:00 there, in your weekly
      hours and in date overrides.
    </li>
    <li>Guests see no trip, only other times. Booked meetings stay as they are.</li>
    <li>Trips can’t overlap. Trips that are over disappear from the list.</li>
  </ul>
  <p>When a change leaves booked meetings outside your hours, we list them, so that you can move or cancel them.</p>`;

const calendarFeed = html`<h2 id="calendar-feed">Your bookings in your calendar</h2>
  <p>
    Under <a href="/scheduler/availability">Scheduler → Availability</a>, create a secret address and subscribe to it in
    your calendar. It shows your confirmed bookings from 30 days ago to a year ahead, with the links to join. A moved
    booking moves there too, and a cancelled one disappears.
  </p>
  <ul>
    <li>Google Calendar, on a computer: Other calendars → “+” → From URL.</li>
    <li>Outlook on the web: Add calendar → Subscribe from web.</li>
    <li>Apple Calendar: File → New Calendar Subscription, or click “Open in calendar app”.</li>
  </ul>
  <ul>
    <li>
      How soon a change shows is up to your calendar: Apple’s can look every five minutes, Outlook takes a few hours,
      Google up to a day.
    </li>
    <li>
      Meetings on Google Meet and Microsoft Teams are in your Google or Outlook calendar already. If you subscribe in
      that same calendar, you see them twice.
    </li>
    <li>
      Anyone who has the address can see your bookings. If it got into the wrong hands, click Replace: the former
      address stops working at once.
    </li>
  </ul>`;

const website = html`<h2 id="website">Your booking page on your website</h2>
  <p>
    Under ${eventTypes}, click Share and choose Website. Copy the code and paste it into your website’s source: guests
    then book there, in the page, in a window above it, or by a button in the corner.
  </p>`;

const guests = html`<h2 id="guests">Bringing more guests</h2>
  <p>
    When someone books with you, they can add up to ten more people by “Add guests”. Each gets the invitation, changes
    and reminders by email. Only the person who booked can reschedule or cancel.
  </p>
  <ul>
    <li>You see them on the booking and can remove them there.</li>
    <li>
      To take no more guests, edit the event type under ${eventTypes} and turn off “Let guests add further guests”.
    </li>
  </ul>`;

const after = html`<h2 id="after-booking">After a booking</h2>
  <p>Edit an event type under ${eventTypes} to choose what follows a booking:</p>
  <ul>
    <li>
      Redirect after booking: the guest sees the booking for ten seconds, then your page. Requests you still have to
      approve are not redirected. On your website, in a frame, guests get a link instead.
    </li>
    <li>
      Follow-up email: thanks the guest after the meeting, with a link to book again. It isn’t sent if the booking was
      cancelled, if you marked a no-show before, or if the guest turned reminders off.
    </li>
    <li>
      A line of your own in the confirmation and in the follow-up email, without addresses, links and phone numbers. At
      most 200 emails a day carry it.
    </li>
  </ul>
  <h3 id="replies">Where guests’ replies go</h3>
  <p>
    To the contact address under <a href="/user/account">Settings → Account</a>. Without one, guests’ replies reach you
    only if you turn on “Show my login address to guests”. Otherwise they reach our support, and our emails say so.
  </p>`;

const data = html`<h2 id="data">Data Insytical accesses</h2>
  <p>
    For all three platforms, Insytical accesses only what it needs to create and manage meetings tied to your bookings:
  </p>
  <ul>
    <li>Account identifier and email: read once on connect, to label the connection.</li>
    <li>Meetings: create, read, update and delete, limited to meetings Insytical created for confirmed bookings.</li>
    <li>
      Notifications: when a meeting we created is deleted or moved on the provider’s side, so that the booking stays in
      sync.
    </li>
  </ul>
  <p>
    OAuth refresh tokens are stored encrypted with AES-256-GCM. See our <a href="/privacy">privacy policy</a> for
    details.
  </p>`;

const troubleshooting = html`<h2 id="troubleshooting">Troubleshooting</h2>
  <h3 id="popup">The “Connect” popup is blocked</h3>
  <p>
    Allow popups for this site in your browser, then click Connect again. If the popup is still blocked, Insytical goes
    on in the same window.
  </p>
  <h3 id="reconnect-needed">A card says “Reconnect needed”</h3>
  <p>
    Access was withdrawn: you removed the app on the provider’s side, changed your password, or the permission expired.
    Click Reconnect on the card.
  </p>
  <h3 id="no-link">A booking is confirmed, but the email has no link</h3>
  <p>
    This usually means that the host has not connected the platform yet, or that the connection is revoked. The booking
    is still valid: the host can connect the platform and resend the email, or paste a meeting link.
  </p>`;

const contact = (address: Config['SUPPORT_EMAIL']): Html =>
  html`<h2>Need more help?</h2>
    <p>Visit our <a href="/support">support page</a> or write to <a href="mailto:${address}">${address}</a>.</p>`;

/** `/help`: the users' guide. Its headings' ids are linked to from the cards under Integrations. */
export const helpPage: Page = {
  method: 'get',
  path: '/help',
  async handle(call) {
    const { ctx, deps } = call;
    ctx.set('Cache-Control', 'no-cache');
    await sendEnglishArticle(call, {
      title: translatorOfPage(call)('shell.help'),
      description: 'How to connect Zoom, Microsoft Teams or Google Meet, and what becomes of the links.',
      main: html`<article class="column text">
        <h1>Help</h1>
        <p class="soft">
          How to connect a meeting platform, how bookings get their links, and how to remove a platform again.
        </p>
        <nav aria-label="On this page">
          <a href="#zoom">Zoom</a> · <a href="#teams">Microsoft Teams</a> · <a href="#meet">Google Meet</a> ·
          <a href="#calendars">Calendars</a> · <a href="#holidays">Holidays and trips</a> ·
          <a href="#data">Your data</a> ·
          <a href="#troubleshooting">Troubleshooting</a>
        </nav>
        ${overview} ${zoom} ${teams} ${meet} ${calendars} ${holidaysAndTrips} ${calendarFeed} ${website} ${guests}
        ${after} ${data} ${troubleshooting} ${contact(deps.config.SUPPORT_EMAIL)}
      </article>`,
    });
  },
};
