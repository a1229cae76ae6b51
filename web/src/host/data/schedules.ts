import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangedSchedule, NewSchedule, Schedule, ScheduleChange } from '#api/schedules/schema.ts';
import { api } from '../../shared/api.ts';

export type { ChangedSchedule, NewSchedule, Schedule, ScheduleChange };

const PATH = '/api/v1/schedules';

export const schedulesQuery = queryOptions({
  queryKey: ['schedules'],
  queryFn: async ({ signal }) => (await api.get<{ items: Schedule[] }>(PATH, { signal })).items,
});

function useRefreshing<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: ['schedules'] }),
  });
}

export const useAddSchedule = () => useRefreshing((schedule: NewSchedule) => api.post<Schedule>(PATH, schedule));

export const useChangeSchedule = () =>
  useRefreshing(({ id, ...change }: ScheduleChange & { id: string }) =>
    api.patch<ChangedSchedule>(`${PATH}/${id}`, change),
  );

export const useRemoveSchedule = () => useRefreshing((id: string) => api.delete(`${PATH}/${id}`));
