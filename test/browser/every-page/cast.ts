import { randomUUID } from 'node:crypto';
import type { Calendars, WebhookDeliveries as Deliveries, WebhookMade } from '#api/openapi/client/types.ts';
import type { GuestBooking } from '#api/guest/schema.ts';
import { type HostClient, mailedToken, signUp } from '#dev/clients/host.ts';
import { openSession } from '#dev/clients/session.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { calendarText, openCalendarServers } from '#dev/clients/calendars.ts';
import { openMailbox } from '#dev/clients/mailbox.ts';
import { openReceiverClient } from '#dev/clients/receivers.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';
import { dayAhead } from '../guest-steps.ts';

/** Everybody and everything that the pages need in order to show each of their states. */
export interface Cast {
  /** Connected to Zoom; has bookings of every kind. */
  readonly host: HostClient;
  readonly forsaken: HostClient;
  readonly newcomer: HostClient;
  /** Addresses and ids by what they are good for. */
  readonly page: string;
  readonly callPage: string;
  readonly placesPage: string;
  readonly closedPage: string;
  readonly eventTypeId: string;
  readonly choosingId: string;
  readonly confirmed: GuestBooking;
  readonly moved: GuestBooking;
  readonly pending: GuestBooking;
  /** Confirmed, and its guest asks for another time. */
  readonly proposed: GuestBooking;
  readonly cancelled: GuestBooking;
  readonly withoutLink: GuestBooking;
  /** Tokens of mailed links that were not used. */
  readonly links: { readonly signUp: string; readonly login: string; readonly password: string };
}

const QUESTIONS = [
  { id: 'topic', label: 'What is it about?', kind: 'long_text', required: true },
  { id: 'size', label: 'How many are you?', kind: 'choice', required: false, options: ['Just me', 'A team'] },
  { id: 'phone', label: 'Your number', kind: 'phone', required: false },
  { id: 'rules', label: 'I have read the rules', kind: 'checkbox', required: true },
];

/** Fills a stack through its API. */
export async function gatherCast(places: StackFile): Promise<Cast> {
  const { app } = places;
  const host = await signUp(app, { name: 'Robin Rose' });
  await host.alwaysOpen();
  // A colour that is hard to read as it is.
  const profile = { bio: 'Gardens and terraces', welcome: 'Hello!\nBring a sketch.', accentColour: '#ffe100' };
  await host.json('PATCH', '/api/v1/me', profile);
  await host.connect('zoom', `robin-${randomUUID().slice(0, 8)}`);
  const half = { slotIntervalMinutes: 30 };
  const description = 'Half an hour to get to know each other.\nBring your questions.';
  const call = await host.offer('zoom', { ...half, title: 'Intro call', description, reminderMinutes: [60] });
  const asking = await host.offer('zoom', {
    ...half,
    title: 'Review',
    questions: QUESTIONS,
    requiresConfirmation: true,
  });
  const meet = await host.offer('meet', { ...half, title: 'Coffee' });
  const closed = await host.offer('phone', {
    title: 'Later',
    furtherDurations: [15, 90],
    bookingWindow: { kind: 'range', from: '2020-01-01', to: '2020-01-02' },
  });
  await host.offer('phone', { title: 'Not yet', published: false });
  const choosing = await host.offer('zoom', {
    ...half,
    title: 'Anywhere',
    furtherLocations: [{ kind: 'phone' }, { kind: 'in_person', value: 'Main Street 1' }],
  });
  const hostCalls = await host.offer('phone', { ...half, title: 'Call', location: { kind: 'phone' } });
  const guest = newGuest(app, { name: 'Sam Guest', timeZone: 'Europe/Berlin' });
  const book = (slug: string, time: string, answers = {}) =>
    guest.book({ handle: host.handle, slug }, `${dayAhead()}T${time}:00Z`, answers);
  const withLink = async ({ token }: GuestBooking) =>
    until('the link', async () => {
      const read = await guest.read(token);
      return read.conference.joinUrl !== null && read;
    });

  const withGuests = await guest.json<GuestBooking>('POST', `/api/v1/public/${host.handle}/${call.slug}/bookings`, {
    startsAt: `${dayAhead()}T09:00:00Z`,
    guest: { name: guest.name, email: guest.email, timeZone: 'Europe/Berlin' },
    guests: [{ email: 'bo@example.org', name: 'Bo Lind' }, { email: 'carl@example.org' }],
  });
  const confirmed = await withLink(withGuests);
  const toMove = await withLink(await book(call.slug, '10:00'));
  const toCancel = await book(call.slug, '11:00');
  const toAsk = await book(asking.slug, '15:00', { topic: 'Plans', rules: true });
  await host.json('POST', `/api/v1/bookings/${toAsk.id}/confirm`, {});
  await useCalendar(places, host, { status: 200 });
  await host.json('POST', '/api/v1/me/calendar-feed', {});
  await useWebhook(places, host);
  return {
    host,
    forsaken: await forsakenHost(places),
    newcomer: await signUp(app, { name: 'Nova' }),
    page: `/${host.handle}/${asking.slug}`,
    callPage: `/${host.handle}/${hostCalls.slug}`,
    placesPage: `/${host.handle}/${choosing.slug}`,
    closedPage: `/${host.handle}/${closed.slug}`,
    eventTypeId: asking.id,
    choosingId: choosing.id,
    confirmed,
    moved: await guest.reschedule(toMove.token, `${dayAhead()}T12:00:00Z`),
    pending: await book(asking.slug, '13:00', { topic: 'Plans', rules: true }),
    proposed: await guest.reschedule(toAsk.token, `${dayAhead()}T17:00:00Z`),
    cancelled: await guest.cancel(toCancel.token, 'A cold'),
    withoutLink: await book(meet.slug, '14:00'),
    links: await mailLinks(places),
  };
}

async function mailLinks({ app, mailbox }: StackFile): Promise<Cast['links']> {
  const mails = openMailbox(mailbox);
  const { email } = await signUp(app);
  const unknown = `host-${randomUUID()}@example.com`;
  const ask = (path: string, address: string) => openSession(app).json('POST', `/api/auth/${path}`, { email: address });
  await ask('sign-up/email', unknown);
  await ask('sign-in/magic-link', email);
  await ask('request-password-reset', email);
  return {
    signUp: await mailedToken(mails, unknown, /create your/i),
    login: await mailedToken(mails, email, /log in/i),
    password: await mailedToken(mails, email, /new password/i),
  };
}

/** A calendar that blocks a time far ahead, once it has been read or cannot be. */
async function useCalendar({ simulators }: StackFile, host: HostClient, { status }: { status: number }): Promise<void> {
  const from = new Date(Date.now() + 400 * 86_400_000);
  const text = calendarText([{ from, to: new Date(from.getTime() + 3_600_000) }]);
  const url = await openCalendarServers(simulators).publish(host.handle, text, { status });
  await host.json('POST', '/api/v1/calendars', { url, name: 'Private' });
  await until('the calendar to be tried', async () => {
    const { items } = await host.json<Calendars>('GET', '/api/v1/calendars');
    return items.every(({ lastReadAt, problem }) => lastReadAt !== null || problem !== null);
  });
}

/** A webhook with a delivery that failed. */
async function useWebhook({ simulators }: StackFile, host: HostClient): Promise<void> {
  const url = await openReceiverClient(simulators).behave(host.handle, { status: 500 });
  const { id } = await host.json<WebhookMade>('POST', '/api/v1/webhooks', { url, events: ['booking.no_show'] });
  await host.json('POST', `/api/v1/webhooks/${id}/test`);
  await until('the delivery to fail', async () => {
    const { items } = await host.json<Deliveries>('GET', `/api/v1/webhooks/${id}/deliveries`);
    return items[0]?.answer?.status === 500;
  });
}

/** Its access was removed at Zoom: the card asks to reconnect, and a booking waits for its link. Its calendar cannot be read. */
async function forsakenHost(places: StackFile): Promise<HostClient> {
  const { app, simulators } = places;
  const host = await signUp(app, { name: 'Robin Lost' });
  await host.alwaysOpen();
  await host.connect('zoom', `robin-${randomUUID().slice(0, 8)}`);
  const { accountEmail } = await host.integration('zoom');
  const { slug } = await host.offer('zoom', { slotIntervalMinutes: 30 });
  await openSimulator(simulators, 'zoom').uninstall(accountEmail ?? '');
  await until('the notice', async () => (await host.integration('zoom')).problem !== null);
  await newGuest(app).book({ handle: host.handle, slug }, `${dayAhead()}T09:00:00Z`);
  await useCalendar(places, host, { status: 404 });
  return host;
}
