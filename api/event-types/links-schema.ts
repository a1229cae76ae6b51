import { z } from 'zod';
import { id, instant, instantInput, line, nextCursor } from '../shared/schema.ts';

export const linkParams = z.object({ id, linkId: id });

export const bookingLink = z
  .object({
    id,
    name: z.string().meta({ description: 'For the host alone' }),
    url: z.url(),
    singleUse: z.boolean().meta({ description: 'Whether it makes one booking and no other' }),
    expiresAt: instant.nullable().meta({ description: 'Null where it does not expire' }),
    isOpen: z.boolean().meta({ description: 'Whether a booking can be made by it now' }),
    usedAt: instant
      .nullable()
      .meta({ description: 'When its only booking was made; it stays used if that is cancelled' }),
    bookingId: id.nullable().meta({ description: 'What was booked by a single-use link' }),
    createdAt: instant,
  })
  .meta({ id: 'BookingLink' });

export const bookingLinks = z.object({ items: z.array(bookingLink), nextCursor }).meta({ id: 'BookingLinks' });

export const newBookingLink = z
  .object({
    name: line(100).or(z.literal('')).default(''),
    singleUse: z.boolean().default(true),
    expiresAt: instantInput.nullable().default(null),
  })
  .meta({ id: 'NewBookingLink', examples: [{ name: 'For Ann', singleUse: true, expiresAt: '2027-12-01T00:00:00Z' }] });

export type BookingLink = z.output<typeof bookingLink>;
