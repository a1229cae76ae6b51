import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewSchedule, Schedule, ScheduleChange } from '#api/openapi/client/types.ts';
import { keepAffected } from './affected-bookings.ts';
import { api } from './api.ts';

export type { NewSchedule, Schedule, ScheduleChange };

const PATH = '/api/v1/schedules';

export const schedulesQuery = queryOptions({
  queryKey: ['schedules'],
  queryFn: async ({ signal }) => (await api.get(PATH, { signal })).items,
});

function useRefreshing<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: ['schedules'] }),
  });
}

export const useAddSchedule = () => useRefreshing((body: NewSchedule) => api.post(PATH, { body }));

/** Bookings that the new hours no longer cover are kept for the host to act on. */
export function useChangeSchedule() {
  const client = useQueryClient();
  return useRefreshing(async ({ id, ...body }: ScheduleChange & { id: string }) => {
    const { affectedBookings, ...changed } = await api.patch(`${PATH}/{id}`, { path: { id }, body });
    keepAffected(client, affectedBookings);
    return changed;
  });
}

export const useRemoveSchedule = () => useRefreshing((id: string) => api.delete(`${PATH}/{id}`, { path: { id } }));
