import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ConnectAttempt, ConnectRequest, ConnectStarted, Integration } from '#api/openapi/client/types.ts';
import { api } from './api.ts';

export type { ConnectAttempt, ConnectRequest, ConnectStarted, Integration };

const PATH = '/api/v1/integrations';

/** Asked again now and then, for what happens at the providers; often while links are being made. */
export const integrationsQuery = queryOptions({
  queryKey: ['integrations'],
  queryFn: async ({ signal }) => (await api.get(PATH, { signal })).items,
  refetchInterval: ({ state: { data } }) => (data?.some(mayGetLinks) ? 3_000 : 20_000),
});

const mayGetLinks = ({ status, bookingsWithoutLink }: Integration) => status === 'connected' && bookingsWithoutLink > 0;

export const startConnect = (provider: string, body: ConnectRequest) =>
  api.post(`${PATH}/{provider}/connect`, { path: { provider }, body });

export const readAttempt = (id: string) => api.get(`${PATH}/attempts/{id}`, { path: { id } });

function useRefreshing<Output>(mutationFn: (provider: string) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: ['integrations'] }),
  });
}

export const useDisconnect = () =>
  useRefreshing((provider) => api.delete(`${PATH}/{provider}`, { path: { provider } }));

export const useCreateMissingLinks = () =>
  useRefreshing((provider) => api.post(`${PATH}/{provider}/create-missing-links`, { path: { provider } }));
