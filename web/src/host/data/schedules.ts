import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangedSchedule, NewSchedule, Schedule, ScheduleChange } from '#api/openapi/client/types.ts';
import { api } from './api.ts';

export type { ChangedSchedule, NewSchedule, Schedule, ScheduleChange };

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

export const useChangeSchedule = () =>
  useRefreshing(({ id, ...body }: ScheduleChange & { id: string }) =>
    api.patch(`${PATH}/{id}`, { path: { id }, body }),
  );

export const useRemoveSchedule = () => useRefreshing((id: string) => api.delete(`${PATH}/{id}`, { path: { id } }));
