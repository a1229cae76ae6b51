import { html, type Html } from '#html';
import { sendEnglishArticle } from './article.ts';
import { type Page, translatorOfPage } from './page.ts';
import { KEPT } from './retention.ts';

const list = (items: readonly (Html | string)[]): Html =>
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

const forGuests = html`<h2>If you book a time</h2>
  <p>
    We store your name, e-mail address, phone number if the host is to call you, time zone, your answers to the host’s
    questions, the names and e-mail addresses of further guests whom you add, and what became of the booking: when it
    was made, moved or cancelled, by whom and with what words. The host sees all of it, and may have it sent to systems
    of their own. The host can note that you did not come, and can keep notes about the booking that we show to no one
    else; erasing your data erases those notes as well.
  </p>
  <p>
    The meeting platform the host chose for this booking is told the meeting’s title, which has your name in it, and its
    time. It is not told your e-mail address or your answers. Your browser gets no cookie from us; the choice between a
    12- and a 24-hour clock stays in it. Where the host leads you to a page of their own after booking, that page is
    told at most which kind of meeting was booked, when it begins, and the booking’s number.
  </p>
  <p>
    On the page of your booking you can download everything we hold of it, and erase it: a meeting still ahead is
    cancelled, and what names you and the guests you added is removed as soon as they and the host were told.
  </p>
  <p>
    If a guest added you to a booking, we store your e-mail address and the name they gave. Each of our mails to you has
    a link by which you leave: both are erased at once, and no more mails come.
  </p>`;

const forHosts = html`<h2>If you are a host</h2>
  <p>
    We store your name, e-mail address, password (hashed), authenticator app (encrypted), time zone, working hours,
    holidays, the days and time zones of your trips, event types and bookings, and for each login the browser’s own name
    and the network address it came from. One cookie keeps you logged in, another remembers for a day that you asked for
    a link in this browser; there are no others. Your name, your public event types, and the photo, texts and contact
    address of your profile are visible to anyone who has your page’s address. Of a photo we keep a small copy of our
    own, without what the camera wrote into it.
  </p>
  <p>
    Of a calendar that blocks times we store its address (encrypted) and from when to when you are busy: no titles,
    people or places. Both are erased when you stop using it.
  </p>
  <p>
    If you create a secret address for your bookings, calendar programs that have it read your bookings, with guests’
    names and the links to join, until you delete it. We store the address only as a hash, and when it was last read.
  </p>
  <p>
    If you make a webhook, your system at its address is sent your bookings as they change, with guests’ names,
    addresses and answers. We keep what was sent and the beginning of each answer for 30 days.
  </p>
  <p>
    Under <a href="/user/account">Settings → Account</a> you can download everything, and delete the account: bookings
    ahead are cancelled, connections ended, and every row of yours is removed once the guests were told.
  </p>`;

const platforms = html`<h2>What we do at Zoom, Microsoft and Google</h2>
  <p>Only after you connect a platform, and only what its meetings need:</p>
  ${list([
    'Account identifier and e-mail address: read once on connect, to label the connection.',
    'Meetings: created, read, updated and deleted, and only those made here for bookings. Other meetings, events, files, contacts and recordings are not read. Where a platform can only answer with a list, everything without our own mark is dropped unread.',
    'Notifications: the platform tells us when a meeting we made was moved or deleted, or when access was withdrawn. What it sent is not kept; only which meeting it was about and when.',
  ])}
  <p>
    The platforms’ tokens are stored encrypted (AES-256-GCM). Disconnecting ends the access at the platform and erases
    them within minutes; links of existing bookings stay. We use what the platforms tell us for nothing else: no
    advertising, no training of models, no sale, and no person reads it except to help you when you ask.
  </p>`;

const sharing = html`<h2>Who else gets it</h2>
  ${list([
    'The other side of a booking, by mail and on its page.',
    'The meeting platform of that booking, as said above.',
    'The mail server that delivers our mails.',
    'No other party. There is no analytics, no advertising, and no page loads anything from another site.',
  ])}`;

const keeping = html`<h2>For how long</h2>
  ${list(KEPT)}
  <p>Our workflow engine and our logs hold ids, times and states only: no names, addresses, answers or links.</p>`;

/** `/privacy`: what is read, stored and shared, and for how long; true of this software, so it changes with it. */
export const privacyPage: Page = {
  method: 'get',
  path: '/privacy',
  async handle(call) {
    const { ctx, deps } = call;
    const address = deps.config.SUPPORT_EMAIL;
    ctx.set('Cache-Control', 'no-cache');
    await sendEnglishArticle(call, {
      title: translatorOfPage(call)('shell.privacy'),
      description: 'What Insytical reads, stores and shares, and for how long.',
      main: html`<article class="column text">
        <h1>Privacy</h1>
        <p class="soft">What Insytical reads, stores and shares, and for how long.</p>
        ${forGuests} ${forHosts} ${platforms} ${sharing} ${keeping}
        <h2>Questions</h2>
        <p>Write to <a href="mailto:${address}">${address}</a>.</p>
      </article>`,
    });
  },
};
