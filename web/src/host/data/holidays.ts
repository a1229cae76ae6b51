import { queryOptions } from '@tanstack/react-query';
import { LANGUAGE } from '../writing.ts';
import { api } from './api.ts';

export const holidayCountriesQuery = queryOptions({
  queryKey: ['holidays', 'countries'],
  queryFn: async ({ signal }) =>
    (await api.get('/api/v1/holidays/countries', { query: { language: LANGUAGE }, signal })).items,
  staleTime: Infinity,
});

/** The holidays of the year to come, and the regions of the country. */
export const holidaysQuery = (country: string, region: string | null) =>
  queryOptions({
    queryKey: ['holidays', country, region],
    queryFn: ({ signal }) =>
      api.get('/api/v1/holidays', {
        query: { country, language: LANGUAGE, ...(region === null ? {} : { region }) },
        signal,
      }),
    staleTime: 3_600_000,
  });
