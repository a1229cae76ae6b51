import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { EventType, EventTypeChange, HostSlots, NewEventType } from '#api/openapi/client/types.ts';
import { allDays } from '../../shared/all-days.ts';
import { keepAffected } from './affected-bookings.ts';
import { api } from './api.ts';

export type { EventType, EventTypeChange, HostSlots, NewEventType };
export type Question = EventType['questions'][number];
export type Visibility = EventType['visibility'];
export type HostSlot = HostSlots['days'][number]['slots'][number];

const PATH = '/api/v1/event-types';
const LIST = ['event-types', 'list'] as const;

export const eventTypesQuery = queryOptions({
  queryKey: LIST,
  queryFn: async ({ signal }) => (await api.get(PATH, { signal })).items,
});

export const eventTypeQuery = (id: string) =>
  queryOptions({
    queryKey: ['event-types', 'one', id],
    queryFn: ({ signal }) => api.get(`${PATH}/{id}`, { path: { id }, signal }),
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
      const asked = {
        to,
        timeZone,
        ...(booking !== undefined && { booking }),
        ...(explain && { explain: '1' as const }),
      };
      const days = await allDays(from, (next) =>
        api.get(`${PATH}/{id}/slots`, { path: { id }, query: { from: next, ...asked }, signal }),
      );
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

export const useAddEventType = () => useRefreshing((body: NewEventType) => api.post(PATH, { body }));

/** Bookings that the hours of another schedule do not cover are kept for the host to act on. */
export function useChangeEventType() {
  const client = useQueryClient();
  return useRefreshing(async ({ id, ...body }: EventTypeChange & { id: string }) => {
    const { affectedBookings, ...changed } = await api.patch(`${PATH}/{id}`, { path: { id }, body });
    keepAffected(client, affectedBookings);
    return changed;
  });
}

export const useDuplicateEventType = () =>
  useRefreshing((id: string) => api.post(`${PATH}/{id}/duplicate`, { path: { id } }));

export const useRemoveEventType = () => useRefreshing((id: string) => api.delete(`${PATH}/{id}`, { path: { id } }));

/** Shows the new order at once and takes it back when the server says no. Archived ones stay last. */
export function useOrderEventTypes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ordered: readonly EventType[]) =>
      api.put(`${PATH}/order`, { body: { ids: ordered.map(({ id }) => id) } }),
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
      api.patch(`${PATH}/{id}`, { path: { id }, body: { visibility } }),
    onMutate: ({ eventType: { id }, visibility }) => {
      // Not awaited: the choice must not spring back for a moment.
      void client.cancelQueries({ queryKey: LIST }, { revert: false });
      show(id, visibility);
    },
    onError: (_error, { eventType }) => show(eventType.id, eventType.visibility),
    onSettled: () => client.invalidateQueries({ queryKey: ['event-types'] }),
  });
}
