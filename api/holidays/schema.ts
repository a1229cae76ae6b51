import { z } from 'zod';
import { HOST_LANGUAGES } from '#messages/languages.ts';
import { say } from '../shared/issues.ts';
import { date } from '../shared/schema.ts';

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, say('said.unknown_country'))
  .meta({ description: 'ISO 3166-1 code, one of `/api/v1/holidays/countries`', examples: ['DE'] });

const region = z
  .string()
  .max(30)
  .meta({ description: 'A region of the country that has holidays of its own', examples: ['BY'] });

const named = z.object({ code: z.string(), name: z.string() });

export const countries = z.object({ items: z.array(named) }).meta({ id: 'HolidayCountries' });

const language = z.enum(HOST_LANGUAGES).optional().meta({ description: 'Of the names; the host’s own if left out' });

export const countriesQuery = z.object({ language });

export const holidaysQuery = z.object({ country, region: region.optional(), language });

export const holidays = z
  .object({
    regions: z.array(named).meta({ description: 'Of the country; empty where all of it has the same holidays' }),
    items: z.array(z.object({ date, name: z.string() })),
  })
  .meta({ id: 'Holidays' });

/** The holidays that a host takes off. */
export const holidayChoice = z
  .object({
    country,
    region: region.nullable(),
    worked: z.array(date).max(200).meta({ description: 'Dates of holidays that the host works on' }),
  })
  .nullable()
  .meta({
    description: 'Public holidays, on which no time is offered unless the date has an override; null for none',
    examples: [{ country: 'DE', region: 'BY', worked: ['2026-12-26'] }],
  });
