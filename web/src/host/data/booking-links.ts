import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BookingLink, NewBookingLink } from '#api/openapi/client/types.ts';
import { api } from './api.ts';

export type { BookingLink, NewBookingLink };

const PATH = '/api/v1/event-types/{id}/links';

export const bookingLinksQuery = (eventTypeId: string) =>
  queryOptions({
    queryKey: ['booking-links', eventTypeId],
    queryFn: async ({ signal }) => (await api.get(PATH, { path: { id: eventTypeId }, signal })).items,
  });

function useRefreshing<Input, Output>(eventTypeId: string, mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries(bookingLinksQuery(eventTypeId)),
  });
}

export const useAddBookingLink = (eventTypeId: string) =>
  useRefreshing(eventTypeId, (link: NewBookingLink) => api.post(PATH, { path: { id: eventTypeId }, body: link }));

export const useDeleteBookingLink = (eventTypeId: string) =>
  useRefreshing(eventTypeId, (linkId: string) => api.delete(`${PATH}/{linkId}`, { path: { id: eventTypeId, linkId } }));
