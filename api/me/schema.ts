import { z } from 'zod';
import { FIRST_STEPS, ON_PROVIDER_DELETE, ON_PROVIDER_MOVE, WRITING } from '#domain/host-preferences.ts';
import { LANGUAGES } from '#messages/languages.ts';
import { say } from '../shared/issues.ts';
import { affectedBookings } from '../bookings/schema.ts';
import { holidayChoice } from '../holidays/schema.ts';
import {
  email,
  hourCycle,
  id,
  instant,
  locale,
  mostBookings,
  optionalLine,
  personName,
  says,
  shownContact,
  shownPhoto,
  timeZone,
} from '../shared/schema.ts';
import { trips } from './trips.ts';

export const handle = z
  .string()
  .min(3)
  .max(40)
  .regex(/^[a-z0-9]+(-+[a-z0-9]+)*$/, say('said.bad_slug'))
  .meta({ examples: ['ann-lee'] });

const weekStart = z.int().min(1).max(7).meta({ description: 'ISO weekday that weeks begin with, Monday is 1' });

const writingChosen = z.array(z.enum(WRITING)).meta({
  description: 'Which of `locale`, `hourCycle` and `weekStart` the host chose; the others follow the host’s browser',
});
const orAsBrowser = 'null for as the host’s browser has it';

const firstSteps = z
  .object({ done: z.array(z.enum(FIRST_STEPS)).max(FIRST_STEPS.length), hidden: z.boolean() })
  .meta({ description: 'Which first steps the host has taken, and whether the list of them is hidden' });

const guestLanguage = z.enum(LANGUAGES).nullable().meta({
  description: 'The language of the host’s pages and of mails to guests; null for that of each guest’s browser',
});

/** Nothing but an origin: it becomes part of a header. */
const site = z
  .string()
  .trim()
  .max(200)
  .overwrite((typed) => typed.toLowerCase().replace(/\/$/, ''))
  .regex(/^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/, say('said.bad_website'))
  .meta({ examples: ['https://www.example.com'] });

const embedSites = z.array(z.string()).meta({
  description: 'The only websites that may show the host’s pages; `https://*.example.com` for all below. Empty for any',
});

const bio = optionalLine(160).meta({ description: 'One line under the name; empty for none' });
const welcome = z.string().trim().max(1_000).meta({ description: 'A text on the host’s page; empty for none' });
const accentColour = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, say('said.bad_colour'))
  .nullable()
  .meta({ description: 'Guests see shades of it that can be read; null for ours', examples: ['#7a1fa2'] });

const showsLoginEmail = z.boolean().meta({
  description:
    'Whether guests see the login’s address, and reply to it, in mails about their bookings where there is no `contactEmail`',
});

export const me = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    handle: z.string(),
    timeZone: z.string(),
    locale,
    hourCycle,
    weekStart,
    writingChosen,
    guestLanguage,
    ...mostBookings,
    trips,
    holidays: holidayChoice,
    onProviderDelete: z.enum(ON_PROVIDER_DELETE),
    onProviderMove: z.enum(ON_PROVIDER_MOVE),
    firstSteps,
    embedSites,
    bio: z.string(),
    welcome: z.string(),
    accentColour: z.string().nullable(),
    photo: shownPhoto,
    contactEmail: shownContact,
    showsLoginEmail,
  })
  .meta({ id: 'Me' });

export const changedMe = me.extend({ affectedBookings }).meta({ id: 'ChangedMe' });

export const meChange = z
  .object({
    name: personName,
    handle,
    timeZone,
    locale: locale.nullable().meta({ description: `BCP 47 tag; ${orAsBrowser}` }),
    hourCycle: hourCycle.nullable().meta({ description: orAsBrowser }),
    weekStart: weekStart.nullable().meta({ description: `ISO weekday, Monday is 1; ${orAsBrowser}` }),
    browser: z.object({ locale, hourCycle, weekStart }).meta({
      description: 'What the host’s browser has, sent by the host’s pages: taken for what the host has not chosen',
    }),
    guestLanguage,
    ...mostBookings,
    trips,
    holidays: holidayChoice,
    moveHours: z.boolean().meta({
      description:
        'Whether schedules in the former time zone take the new one too. Left out, their hours stay as they are',
    }),
    onProviderDelete: z.enum(ON_PROVIDER_DELETE),
    onProviderMove: z.enum(ON_PROVIDER_MOVE),
    firstSteps,
    embedSites: z.array(site).max(20, say('said.most_websites')),
    bio,
    welcome,
    accentColour,
    showsLoginEmail,
  })
  .partial()
  .meta({ id: 'MeChange', examples: [{ handle: 'ann-lee', timeZone: 'Europe/Berlin' }] });

/** Everything we hold of a host; its parts are rows as stored, without secrets. */
export const hostExport = z
  .object({
    exportedAt: z.string(),
    account: z.record(z.string(), z.unknown()),
    schedules: z.array(z.record(z.string(), z.unknown())),
    eventTypes: z.array(z.record(z.string(), z.unknown())),
    bookings: z.array(z.record(z.string(), z.unknown())),
    connections: z.array(z.record(z.string(), z.unknown())),
    calendars: z.array(z.record(z.string(), z.unknown())),
    webhooks: z.array(z.record(z.string(), z.unknown())),
    mails: z.array(z.record(z.string(), z.unknown())),
  })
  .meta({ id: 'HostExport' });

export const sessionList = z
  .object({
    items: z.array(
      z.object({
        id,
        device: z.string().meta({ examples: ['Chrome on Windows'] }),
        deviceSays: says,
        loggedInAt: instant,
        lastUsedAt: instant.meta({ description: 'Within an hour' }),
        isCurrent: z.boolean().meta({ description: 'Whether it is the one that asks' }),
      }),
    ),
  })
  .meta({ id: 'SessionList' });

export const contactAddress = z
  .object({ email })
  .meta({ id: 'ContactAddress', examples: [{ email: 'hello@example.com' }] });

export const contactAsked = z
  .object({ isMailed: z.boolean().meta({ description: 'Whether a link was mailed to it, which works for a day' }) })
  .meta({ id: 'ContactAddressAsked' });

export const contactProof = z
  .object({ token: z.string().max(200) })
  .meta({ id: 'ContactAddressProof', examples: [{ token: 'of-the-mailed-link' }] });

export const confirmation = z
  .object({
    password: z
      .string()
      .max(500)
      .optional()
      .meta({ description: 'Needed where the login is more than ten minutes ago' }),
  })
  .meta({ id: 'Confirmation', examples: [{ password: 'four unrelated words here' }] });

const provider = z
  .string()
  .max(32)
  .meta({ description: '`google` or `microsoft`', examples: ['google'] });

export const loginList = z
  .object({
    items: z.array(z.object({ id, provider, name: z.string().meta({ examples: ['Google'] }), addedAt: instant })),
  })
  .meta({ id: 'LoginList' });

export const addLoginBody = confirmation
  .extend({ provider })
  .meta({ id: 'AddLogin', examples: [{ provider: 'google' }] });

export const loginStart = z
  .object({ url: z.string().meta({ description: 'Of the provider' }) })
  .meta({ id: 'LoginStart' });

export const twoFactor = z
  .object({
    onSince: instant.nullable().meta({ description: 'Null where it is off' }),
    backupCodesLeft: z.int(),
  })
  .meta({ id: 'TwoFactor' });

export const twoFactorSetUp = z
  .object({
    uri: z.string().meta({ description: 'For a QR code: otpauth://totp/…' }),
    secret: z.string().meta({ description: 'Base32, for who cannot scan' }),
  })
  .meta({ id: 'TwoFactorSetUp' });

export const backupCodes = z
  .object({ backupCodes: z.array(z.string()).meta({ description: 'Each logs in once, instead of a code of the app' }) })
  .meta({ id: 'BackupCodes' });

export type Me = z.output<typeof me>;
