import { z } from 'zod';
import { leadsElsewhere } from '#domain/names.ts';
import { say } from '../shared/issues.ts';
import { optionalLine } from '../shared/schema.ts';

/** As it is stored and shown: an address of the web, without a login in it. */
const redirectUrl = z
  .string()
  .trim()
  .max(500)
  .refine(isSecureLink, say('said.bad_secure_link'))
  .nullable()
  .meta({
    description:
      'Where guests are led after booking; null: they stay on the booking’s page. Requests that wait stay too',
    examples: ['https://www.example.com/thank-you'],
  });

const ownLine = optionalLine(200).refine((text) => !leadsElsewhere(text), {
  error: say('said.leads_elsewhere'),
});

/** What an event type does once it is booked. */
export const afterBooking = {
  thankYou: z
    .string()
    .trim()
    .max(1_000)
    .meta({ description: 'A text that guests read on the page of a confirmed booking; empty for none' }),
  redirectUrl,
  redirectPassesDetails: z.boolean().meta({
    description:
      'Whether `event_type`, `starts_at` and `booking` are added to `redirectUrl`; nothing about the guest is',
  }),
  confirmationLine: ownLine.meta({ description: 'The host’s own line in the guest’s confirmation; empty for none' }),
  followUpMinutes: z
    .int()
    .min(1)
    .max(43_200)
    .nullable()
    .meta({ description: 'How long after the end the guest is thanked by a mail; null for never' }),
  followUpLine: ownLine.meta({ description: 'The host’s own line in that mail; empty for none' }),
};

/** The same where a new event type leaves them out. */
export const afterNewBooking = {
  thankYou: afterBooking.thankYou.default(''),
  redirectUrl: afterBooking.redirectUrl.default(null),
  redirectPassesDetails: afterBooking.redirectPassesDetails.default(false),
  confirmationLine: afterBooking.confirmationLine.default(''),
  followUpMinutes: afterBooking.followUpMinutes.default(null),
  followUpLine: afterBooking.followUpLine.default(''),
};

/** The same as answers have them. */
export const shownAfterBooking = {
  thankYou: z.string(),
  redirectUrl: z.string().nullable(),
  redirectPassesDetails: z.boolean(),
  confirmationLine: z.string(),
  followUpMinutes: z.number().nullable(),
  followUpLine: z.string(),
};

function isSecureLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}
