import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { EventType, EventTypeChange, HostSlots, NewEventType, Question } from '#api/event-types/schema.ts';
import { allDays } from '../../shared/all-days.ts';
import { api } from '../../shared/api.ts';

export type { EventType, EventTypeChange, HostSlots, NewEventType, Question };
export type HostSlot = HostSlots['days'][number]['slots'][number];

const PATH = '/api/v1/event-types';
const LIST = ['event-types', 'list'] as const;

export const eventTypesQuery = queryOptions({
  queryKey: LIST,
  queryFn: async ({ signal }) => (await api.get<{ items: EventType[] }>(PATH, { signal })).items,
});

export const eventTypeQuery = (id: string) =>
  queryOptions({
    queryKey: ['event-types', 'one', id],
    queryFn: ({ signal }) => api.get<EventType>(`${PATH}/${id}`, { signal }),
  });

interface SlotsAsked {
  /** Dates, inclusive, in `timeZone`. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** Also those not offered. */
  readonly explain?: boolean;
  /** The booking that is to be moved: its own time counts as free. */
  readonly booking?: string;
}

/** Times of one event type. */
export const hostSlotsQuery = (id: string, { from, to, timeZone, explain = false, booking }: SlotsAsked) =>
  queryOptions({
    queryKey: ['event-types', 'slots', id, from, to, timeZone, explain, booking],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({
        to,
        timeZone,
        ...(booking === undefined ? {} : { booking }),
        ...(explain ? { explain: '1' } : {}),
      });
      const days = await allDays(from, (next) => {
        query.set('from', next);
        return api.get<HostSlots>(`${PATH}/${id}/slots?${query.toString()}`, { signal });
      });
      return { days };
    },
    staleTime: 10_000,
  });

function useRefreshing<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: ['event-types'] }),
  });
}

export const useAddEventType = () => useRefreshing((wanted: NewEventType) => api.post<EventType>(PATH, wanted));

export const useChangeEventType = () =>
  useRefreshing(({ id, ...change }: EventTypeChange & { id: string }) => api.patch<EventType>(`${PATH}/${id}`, change));

export const useDuplicateEventType = () =>
  useRefreshing((id: string) => api.post<EventType>(`${PATH}/${id}/duplicate`));

export const useRemoveEventType = () => useRefreshing((id: string) => api.delete(`${PATH}/${id}`));

/** Publishes or hides at once and takes it back when the server says no: a switch can always be undone. */
export function usePublishSwitch() {
  const client = useQueryClient();
  const show = (id: string, published: boolean) =>
    client.setQueryData(LIST, (items: EventType[] | undefined) =>
      items?.map((one) => (one.id === id ? { ...one, published } : one)),
    );
  return useMutation({
    mutationFn: ({ id, published }: { id: string; published: boolean }) =>
      api.patch<EventType>(`${PATH}/${id}`, { published }),
    onMutate: ({ id, published }) => {
      // Not awaited: the switch must not spring back for a moment.
      void client.cancelQueries({ queryKey: LIST }, { revert: false });
      show(id, published);
    },
    onError: (_error, { id, published }) => show(id, !published),
    onSettled: () => client.invalidateQueries({ queryKey: ['event-types'] }),
  });
}
