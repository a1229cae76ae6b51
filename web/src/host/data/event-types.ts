import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  EventType,
  EventTypeChange,
  HostSlots,
  NewEventType,
  Question,
  Visibility,
} from '#api/event-types/schema.ts';
import { allDays } from '../../shared/all-days.ts';
import { api } from '../../shared/api.ts';

export type { EventType, EventTypeChange, HostSlots, NewEventType, Question, Visibility };
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

/** Shows the new order at once and takes it back when the server says no. Archived ones stay last. */
export function useOrderEventTypes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ordered: readonly EventType[]) => api.put(`${PATH}/order`, { ids: ordered.map(({ id }) => id) }),
    // One after the other, so that the last one holds.
    scope: { id: 'order of event types' },
    onMutate: (ordered) => {
      void client.cancelQueries({ queryKey: LIST }, { revert: false });
      client.setQueryData(LIST, (items: EventType[] = []) => [...ordered, ...items.filter(({ archived }) => archived)]);
    },
    onSettled: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

/** Shows the choice at once and takes it back when the server says no. */
export function useVisibility() {
  const client = useQueryClient();
  const show = (id: string, visibility: Visibility) =>
    client.setQueryData(LIST, (items: EventType[] | undefined) =>
      items?.map((one) => (one.id === id ? { ...one, visibility, published: visibility !== 'off' } : one)),
    );
  return useMutation({
    mutationFn: ({ eventType: { id }, visibility }: { eventType: EventType; visibility: Visibility }) =>
      api.patch<EventType>(`${PATH}/${id}`, { visibility }),
    onMutate: ({ eventType: { id }, visibility }) => {
      // Not awaited: the choice must not spring back for a moment.
      void client.cancelQueries({ queryKey: LIST }, { revert: false });
      show(id, visibility);
    },
    onError: (_error, { eventType }) => show(eventType.id, eventType.visibility),
    onSettled: () => client.invalidateQueries({ queryKey: ['event-types'] }),
  });
}
