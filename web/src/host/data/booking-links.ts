import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BookingLink, BookingLinks, NewBookingLink } from '#api/event-types/links-schema.ts';
import { api } from '../../shared/api.ts';

export type { BookingLink, NewBookingLink };

const pathOf = (eventTypeId: string) => `/api/v1/event-types/${eventTypeId}/links`;

export const bookingLinksQuery = (eventTypeId: string) =>
  queryOptions({
    queryKey: ['booking-links', eventTypeId],
    queryFn: async ({ signal }) => (await api.get<BookingLinks>(pathOf(eventTypeId), { signal })).items,
  });

function useRefreshing<Input, Output>(eventTypeId: string, mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries(bookingLinksQuery(eventTypeId)),
  });
}

export const useAddBookingLink = (eventTypeId: string) =>
  useRefreshing(eventTypeId, (link: NewBookingLink) => api.post<BookingLink>(pathOf(eventTypeId), link));

export const useDeleteBookingLink = (eventTypeId: string) =>
  useRefreshing(eventTypeId, (id: string) => api.delete(`${pathOf(eventTypeId)}/${id}`));
