import { z } from 'zod';
import { isEmailAddress, LONGEST_ADDRESS, LONGEST_LOCAL_PART, storedEmail } from '#domain/email-address.ts';
import { withoutInvisible } from '#domain/names.ts';
import { HOUR_CYCLES, knownLocale } from '#domain/locale.ts';
import { isIsoDate } from '#domain/slots/iso-date.ts';
import { canonicalZone } from '#domain/zone-names.ts';
import { say } from './issues.ts';

/** An instant as we give it: RFC 3339 in UTC. */
export const instant = z.iso.datetime().meta({ examples: ['2026-12-01T09:00:00.000Z'] });

/** An instant as it is given to us, in any offset. */
export const instantInput = z.iso
  .datetime({ offset: true, error: say('said.bad_date_time'), abort: true })
  .refine((text) => isIsoDate(new Date(text).toISOString().slice(0, 10)), say('said.bad_year'))
  .meta({ examples: ['2026-12-01T09:00:00Z'] });

export const id = z.uuid().meta({ examples: ['0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d'] });
export const idParams = z.object({ id });

export const date = z.iso
  .date({ error: say('said.bad_date'), abort: true })
  .refine(isIsoDate, say('said.bad_year'))
  .meta({ examples: ['2026-12-01'] });

export const timeZone = z
  .string()
  .max(64)
  .refine((zone) => zoneNamed(zone) !== null, { error: say('said.unknown_zone'), abort: true })
  .overwrite((zone) => zoneNamed(zone) ?? zone)
  .meta({ description: 'IANA zone; one under a former name is told under that of today', examples: ['Europe/Berlin'] });

/** A language, with its region where that is known. */
export const locale = z
  .string()
  .max(60)
  .refine((tag) => knownLocale(tag) !== null, { error: say('said.unknown_language'), abort: true })
  .overwrite((tag) => knownLocale(tag) ?? tag)
  .meta({ description: 'BCP 47 tag of the language that dates and mails are written in', examples: ['en-US'] });

export const hourCycle = z.enum(HOUR_CYCLES).meta({
  description: 'The clock that times are written by: `h12` writes 2:30 PM, `h23` 14:30',
  examples: ['h23'],
});

/** One line of text, or none: no line breaks, nothing that moves a cursor, no invisible characters. */
export const optionalLine = (longest: number) =>
  z
    .string()
    .overwrite(withoutInvisible)
    .trim()
    .max(longest)
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), say('said.one_line'));

/** One line of text. */
export const line = (longest: number) => optionalLine(longest).min(1);

export const personName = line(100).meta({ examples: ['Ann Lee'] });

/** An address that mail can be sent to, as it is stored: the domain in ASCII. */
export const email = z
  .string()
  .overwrite((typed) => storedEmail(withoutInvisible(typed)))
  .refine((address) => address.length <= LONGEST_ADDRESS, {
    error: say('said.most_characters'),
    params: { most: LONGEST_ADDRESS },
    abort: true,
  })
  .refine((address) => address.indexOf('@') <= LONGEST_LOCAL_PART, {
    error: say('said.most_before_at'),
    params: { most: LONGEST_LOCAL_PART },
    abort: true,
  })
  .refine(isEmailAddress, say('said.bad_email'))
  .meta({ format: 'email', examples: ['ann@example.com'] });

/** The address that a host shows to guests. */
export const shownContact = z.string().nullable().meta({ description: 'Address for guests; null where none is shown' });

/** A host's photo, as it is shown. */
export const shownPhoto = z
  .string()
  .nullable()
  .meta({ description: 'Path of a square JPEG at our address; null where there is none' });

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-+[a-z0-9]+)*$/, say('said.bad_slug'))
  .max(60)
  .meta({ examples: ['intro-call'] });

const most = (period: string) =>
  z
    .int32()
    .min(1)
    .nullable()
    .meta({ description: `The most bookings in a local ${period}; a host’s own count all event types together` });

export const mostBookings = { maxPerDay: most('day'), maxPerWeek: most('week'), maxPerMonth: most('month') };

export const reason = z.string().trim().max(1_000);

/** The revision the caller has seen; an outdated one is answered 409 `stale`. */
export const revision = z.int().min(1).optional();

export const cursor = z.string().max(200).optional().meta({ description: '`nextCursor` of the page before' });
export const limit = z.coerce.number().int().min(1).max(100).default(50);
export const nextCursor = z.string().nullable();

/**
 * Asking Intl takes a millisecond; names are few, and only an attacker would spell them in more ways, to fill our
 * memory.
 */
const knownZones = new Map<string, string>();
const MOST_KNOWN = 1_000;

function zoneNamed(zone: string): string | null {
  const known = knownZones.get(zone) ?? canonicalZone(zone);
  if (known !== null && knownZones.size < MOST_KNOWN) knownZones.set(zone, known);
  return known;
}

/** What a sentence of ours says, for those who say it in another language. */
export const says = z
  .object({ code: z.string(), args: z.record(z.string(), z.string()) })
  .optional()
  .meta({
    description: 'The sentence beside it as a stable code and what varies in it, to say it in another language',
    examples: [{ code: 'most_webhooks', args: { most: '10' } }],
  });

/** A sentence, and what it says. */
export const sentence = { text: z.string(), says };
