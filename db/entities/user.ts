import { defineEntity, p } from '@mikro-orm/postgresql';
import type {
  FirstSteps,
  HolidayChoice,
  ON_PROVIDER_DELETE,
  ON_PROVIDER_MOVE,
  WritingField,
} from '#domain/host-preferences.ts';
import { DEFAULT_LOCALE, type HourCycle } from '#domain/locale.ts';
import type { Trip } from '#domain/slots/types.ts';
import type { Language } from '#messages/languages.ts';

/** A host. The table is also better-auth's `user`. */
const UserSchema = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    email: p.text().unique(),
    emailVerified: p.boolean().default(false),
    /** The name of the host's photo, see `host-photo.ts`; better-auth names the column. */
    image: p.text().nullable(),
    handle: p.text().unique(),
    /** IANA zone. */
    timeZone: p.text().default('UTC'),
    /** The language and region of the host's pages, as a BCP 47 tag, and the clock that they show: mails are written so. */
    locale: p.text().default(DEFAULT_LOCALE),
    hourCycle: p.text().$type<HourCycle>().default('h23'),
    /** ISO weekday that weeks begin with: Monday 1 … Sunday 7. */
    weekStart: p.integer().default(1),
    /** Which of these three the host chose; null = none, and all are as the host's browser had them last. */
    writingChosen: p.json<readonly WritingField[]>().nullable(),
    /** The one language of the host's guests (`messages/languages.ts`); null = that of each guest's browser. */
    guestLanguage: p.text().$type<Language>().nullable(),
    /** The most bookings of a local day, week and month, of all event types together; null where there is no limit. */
    maxPerDay: p.integer().nullable(),
    maxPerWeek: p.integer().nullable(),
    maxPerMonth: p.integer().nullable(),
    /** Dates on which all hours are in another zone; null = none. */
    trips: p.json<readonly Trip[]>().nullable(),
    /** Public holidays on which no time is offered; null = none. */
    holidays: p.json<HolidayChoice>().nullable(),
    onProviderDelete: p.text().$type<(typeof ON_PROVIDER_DELETE)[number]>().default('cancel'),
    onProviderMove: p.text().$type<(typeof ON_PROVIDER_MOVE)[number]>().default('reschedule'),
    /** Null until the host takes the first of them. */
    firstSteps: p.json<FirstSteps>().nullable(),
    /** Origins of the only sites that may frame the host's pages; null = any. */
    embedSites: p.json<readonly string[]>().nullable(),
    /** One line under the host's name, and a text on the host's page; empty = none. */
    bio: p.text().default(''),
    welcome: p.text().default(''),
    /** `#rrggbb`, of which guests see readable shades; null = ours. */
    accentColour: p.text().nullable(),
    /** The proven address that guests see and reply to; null = their page shows none. */
    contactEmail: p.text().nullable(),
    /** Whether guests may see `email`, and reply to it, in mails about their bookings where there is no `contactEmail`. */
    showsLoginEmail: p.boolean().default(false),
    /** The host deleted the account: logins are refused, and the rows are erased once no work is left. */
    eraseAskedAt: p.datetime().nullable().index(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p
      .datetime()
      .defaultRaw('now()')
      .onUpdate(() => new Date()),
  },
});
export class User extends UserSchema.class {}
UserSchema.setClass(User);
