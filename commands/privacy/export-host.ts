import { ApiKey } from '#db/entities/api-key.ts';
import { AuthAccount, Session } from '#db/entities/auth.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { BookingLink } from '#db/entities/booking-link.ts';
import { Booking } from '#db/entities/booking.ts';
import { CalendarFeed } from '#db/entities/calendar-feed.ts';
import { BusyTime, Calendar } from '#db/entities/calendar.ts';
import { Conference } from '#db/entities/conference.ts';
import { Connection } from '#db/entities/connection.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { EventType } from '#db/entities/event-type.ts';
import { FurtherGuest } from '#db/entities/further-guest.ts';
import { FormerHandle } from '#db/entities/former-handle.ts';
import { HostPhoto } from '#db/entities/host-photo.ts';
import { Schedule } from '#db/entities/schedule.ts';
import { BackupCode, TwoFactor } from '#db/entities/two-factor.ts';
import { User } from '#db/entities/user.ts';
import { Webhook, WebhookDelivery } from '#db/entities/webhook.ts';
import { asStored } from './as-stored.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { mailUnderWay } from '#commands/bookings/mail-content.ts';

const SECRETS = [
  'token',
  'accessToken',
  'refreshToken',
  'idToken',
  'password',
  'secret',
  'formerSecret',
  'hash',
  'lastStep',
  'leaseToken',
  'claimToken',
  'content',
  'requestedFrom',
  'address',
];

/** Everything we hold of a host, without secrets. */
export async function exportHost(deps: CommandDeps, { hostId }: { hostId: string }) {
  const find = deps.orm.em.fork();
  const byId = { orderBy: { id: 'asc' } } as const;
  const twoFactor = await find.findOne(TwoFactor, { host: hostId });
  const backupCodesLeft = await find.count(BackupCode, { host: hostId });
  const apiKeys = await find.find(ApiKey, { host: hostId }, byId);
  const calendarFeed = await find.findOne(CalendarFeed, { host: hostId });
  const photo = await find.findOne(HostPhoto, { host: hostId }, { populate: ['jpeg'] });
  const formerHandles = await find.find(FormerHandle, { host: hostId }, { orderBy: { handle: 'asc' } });
  const [user, sessions, logins, schedules, eventTypes, bookings, connections] = [
    await find.findOneOrFail(User, { id: hostId }),
    await find.find(Session, { user: hostId }, byId),
    await find.find(AuthAccount, { user: hostId }, byId),
    await find.find(Schedule, { host: hostId }, byId),
    await find.find(EventType, { host: hostId }, byId),
    await find.find(Booking, { host: hostId }, byId),
    await find.find(Connection, { host: hostId }, byId),
  ];
  const ofBookings = { booking: { $in: bookings.map(({ id }) => id) } };
  const timelines = Map.groupBy(await find.find(BookingEvent, ofBookings, byId), ({ booking }) => booking);
  const guests = Map.groupBy(await find.find(FurtherGuest, ofBookings, byId), ({ booking }) => booking);
  const meetings = Map.groupBy(await find.find(Conference, ofBookings, byId), ({ booking }) => booking);
  const ofTypes = { eventType: { $in: eventTypes.map(({ id }) => id) } };
  const links = Map.groupBy(await find.find(BookingLink, ofTypes, byId), ({ eventType }) => eventType);
  const calendars = await find.find(Calendar, { host: hostId }, byId);
  const busy = Map.groupBy(
    await find.find(BusyTime, { host: hostId }, { orderBy: { startsAt: 'asc' } }),
    ({ calendar }) => calendar,
  );
  const webhooks = await find.find(Webhook, { host: hostId }, byId);
  const deliveries = Map.groupBy(
    await find.find(WebhookDelivery, { webhook: { $in: webhooks.map(({ id }) => id) } }, { orderBy: { seq: 'asc' } }),
    ({ webhook }) => webhook,
  );
  const mails = await find.find(
    EmailDelivery,
    {
      $or: [
        ofBookings,
        { connection: { $in: connections.map(({ id }) => id) } },
        { calendar: { $in: calendars.map(({ id }) => id) } },
        { webhook: { $in: webhooks.map(({ id }) => id) } },
      ],
    },
    { ...byId, populate: ['content'] },
  );
  return {
    exportedAt: deps.now().toISOString(),
    account: {
      ...asStored(user),
      photo: photo && `data:image/jpeg;base64,${Buffer.from(photo.jpeg).toString('base64')}`,
      formerHandles: formerHandles.map(plain),
      sessions: sessions.map(plain),
      logins: logins.map(plain),
      apiKeys: apiKeys.map(plain),
      calendarFeed: calendarFeed && plain(calendarFeed),
      twoStepVerification: twoFactor && { ...plain(twoFactor), backupCodesLeft },
    },
    schedules: schedules.map(plain),
    eventTypes: eventTypes.map((eventType) => ({
      ...plain(eventType),
      links: (links.get(eventType.id) ?? []).map(plain),
    })),
    bookings: bookings.map((booking) => ({
      ...plain(booking),
      furtherGuests: (guests.get(booking.id) ?? []).map(plain),
      timeline: (timelines.get(booking.id) ?? []).map(plain),
      meetings: (meetings.get(booking.id) ?? []).map(plain),
    })),
    connections: connections.map(plain),
    calendars: calendars.map((calendar) => ({
      ...plain(calendar),
      busyTimes: (busy.get(calendar.id) ?? []).map(plain),
    })),
    webhooks: webhooks.map((webhook) => ({
      ...plain(webhook),
      deliveries: (deliveries.get(webhook.id) ?? []).map(plain),
    })),
    // What is under way to a guest holds the guest's own link.
    mails: mails.map((mail) => ({ ...plain(mail), ...(mail.recipient === 'host' && mailUnderWay(deps.config, mail)) })),
  };
}

const plain = (row: object) => asStored(row, SECRETS);
