import { checkPlace, holidaysBetween, listCountries, listRegions } from '#commands/hosts/public-holidays.ts';
import { User } from '#db/entities/user.ts';
import { plusDays } from '#domain/slots/iso-date.ts';
import { localDate } from '#domain/slots/time-zone.ts';
import { HOST_LANGUAGES, type HostLanguage, languageOf } from '#messages/languages.ts';
import { hostOperation, type Operation } from '../operation.ts';
import * as schema from './schema.ts';

/** So far ahead holidays are listed. */
const DAYS_AHEAD = 365;

/** Public holidays of the world, for hosts who choose theirs; which ones a host takes off is part of `/api/v1/me`. */
export const holidayOperations: readonly Operation[] = [
  hostOperation({
    method: 'get',
    path: '/api/v1/holidays/countries',
    summary: 'Countries whose public holidays are known, by name',
    query: schema.countriesQuery,
    success: { status: 200, description: 'All of them', schema: schema.countries },
    handle: async function listHolidayCountries({ em, host, query: { language } }) {
      const user = await em.findOneOrFail(User, { id: host.id });
      return { items: await listCountries(language ?? languageFor(user)) };
    },
  }),
  hostOperation({
    method: 'get',
    path: '/api/v1/holidays',
    summary: 'Public holidays of a country or region in the year to come',
    query: schema.holidaysQuery,
    success: { status: 200, description: 'The holidays, one a date, in order', schema: schema.holidays },
    handle: async function listHolidays({ em, host, now, query: { country, region = null, language } }) {
      await checkPlace({ country, region }, '');
      const user = await em.findOneOrFail(User, { id: host.id });
      const spoken = language ?? languageFor(user);
      const from = localDate(now.getTime(), user.timeZone);
      return {
        regions: await listRegions(country, spoken),
        items: await holidaysBetween({ country, region }, { from, to: plusDays(from, DAYS_AHEAD) }, spoken),
      };
    },
  }),
];

const languageFor = ({ locale }: User): HostLanguage => languageOf(locale, HOST_LANGUAGES) ?? 'en';
