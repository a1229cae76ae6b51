import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Me, MeChange } from '#api/openapi/client/types.ts';
import { keepAffected } from './affected-bookings.ts';
import { api } from './api.ts';

export type { Me, MeChange };

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get('/api/v1/me', { signal }),
  staleTime: 60_000,
});

/** The host's time zone, which all times of their pages are in. */
export const useHostZone = (): string => useQuery(meQuery).data?.timeZone ?? 'UTC';

/** Changes the host's own settings. */
export function useChangeMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: MeChange) => api.patch('/api/v1/me', { body }),
    onSuccess: async ({ affectedBookings, ...me }) => {
      await Promise.all([
        // Addresses of booking pages carry the handle.
        client.invalidateQueries({ queryKey: ['event-types'] }),
        // Another time zone may have moved them.
        client.invalidateQueries({ queryKey: ['schedules'] }),
      ]);
      // Last: forms are emptied after this, and who sees the change may type the next into one.
      client.setQueryData(meQuery.queryKey, me);
      keepAffected(client, affectedBookings);
    },
  });
}

function useRefreshingMe<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }) });
}

/** Shows a picture beside the host's name; null takes it away. */
export const useChangePhoto = () =>
  useRefreshingMe((file: File | null): Promise<unknown> =>
    file === null ? api.delete('/api/v1/me/photo') : api.put('/api/v1/me/photo', { body: file }),
  );

const CONTACT = '/api/v1/me/contact-address';

/** Chooses the address that guests see, which may have to be proven first. */
export const useAskForContact = () => useRefreshingMe((email: string) => api.put(CONTACT, { body: { email } }));

/** Proves it by the token of the mailed link. */
export const useConfirmContact = () =>
  useRefreshingMe((token: string) => api.post(`${CONTACT}/confirm`, { body: { token } }));

export const useRemoveContact = () => useRefreshingMe(() => api.delete(CONTACT));
