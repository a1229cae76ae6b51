import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ConnectAttempt, ConnectRequest, ConnectStarted, Integration } from '#api/integrations/schema.ts';
import { api } from '../../shared/api.ts';

export type { ConnectAttempt, ConnectRequest, ConnectStarted, Integration };

const PATH = '/api/v1/integrations';

export const integrationsQuery = queryOptions({
  queryKey: ['integrations'],
  queryFn: async ({ signal }) => (await api.get<{ items: Integration[] }>(PATH, { signal })).items,
});

export const startConnect = (provider: string, request: ConnectRequest) =>
  api.post<ConnectStarted>(`${PATH}/${provider}/connect`, request);

export const readAttempt = (attemptId: string) => api.get<ConnectAttempt>(`${PATH}/attempts/${attemptId}`);

function useRefreshing<Output>(mutationFn: (provider: string) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: ['integrations'] }),
  });
}

export const useDisconnect = () => useRefreshing((provider) => api.delete(`${PATH}/${provider}`));

export const useCreateMissingLinks = () =>
  useRefreshing((provider) => api.post<{ bookings: number }>(`${PATH}/${provider}/create-missing-links`));
