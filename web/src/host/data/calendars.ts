import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Calendar, NewCalendar } from '#api/openapi/client/types.ts';
import { api } from './api.ts';

export type { Calendar };

const PATH = '/api/v1/calendars';

/** Asked again now and then, which also has them read more often; often while one is about to be read. */
export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: async ({ signal }) => (await api.get(PATH, { signal })).items,
  refetchInterval: ({ state: { data, dataUpdateCount } }) =>
    data?.some(isNew) && dataUpdateCount < MOST_EAGER ? 1_500 : 15_000,
});

/** Not tried yet: it will be in a moment. */
const isNew = ({ lastReadAt, problem }: Calendar) => lastReadAt === null && problem === null;

/** After so many looks something else is wrong, and there is no hurry. */
const MOST_EAGER = 200;

function useRefreshing<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: ['calendars'] }),
  });
}

export const useAddCalendar = () => useRefreshing((body: NewCalendar) => api.post(PATH, { body }));

export const useStopCalendar = () => useRefreshing(({ id }: Calendar) => api.delete(`${PATH}/{id}`, { path: { id } }));

/** How often and how long the outcome of a reading is waited for, milliseconds. */
const ASKED_EVERY_MS = 1_000;
const PATIENCE = 20;

/** Has a calendar read and waits a while for what comes of it; what takes longer shows with the next look. */
export const useCheckCalendar = () =>
  useRefreshing(async ({ id, lastReadAt, problem }: Calendar) => {
    await api.post(`${PATH}/{id}/check`, { path: { id } });
    for (let looks = 0; looks < PATIENCE; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
      const { items } = await api.get(PATH);
      const now = items.find((one) => one.id === id);
      if (now === undefined || now.lastReadAt !== lastReadAt || now.problem?.code !== problem?.code) return now;
    }
    return undefined;
  });
