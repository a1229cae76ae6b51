import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  NewWebhook,
  Webhook as WebhookView,
  WebhookChanges,
  WebhookDelivery as DeliveryView,
  WebhookMade,
} from '#api/openapi/client/types.ts';
import { api } from './api.ts';

export type { DeliveryView, NewWebhook, WebhookMade, WebhookView };

const PATH = '/api/v1/webhooks';
const queryKey = ['webhooks'];

export const webhooksQuery = queryOptions({
  queryKey,
  queryFn: async ({ signal }) => (await api.get(PATH, { signal })).items,
  refetchInterval: 20_000,
});

/** The log of one webhook, newest first; often asked while something is under way. */
export const deliveriesQuery = (webhookId: string) =>
  infiniteQueryOptions({
    queryKey: [...queryKey, webhookId, 'deliveries'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 20, ...(pageParam !== null && { cursor: pageParam }) };
      return api.get(`${PATH}/{id}/deliveries`, { path: { id: webhookId }, query, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some(({ state }) => state === 'queued')) ? 2_000 : 20_000,
  });

/** Calls that change webhooks, after each of which what is shown is read again. */
function useChanging<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey }) });
}

export const useCreateWebhook = () => useChanging((body: NewWebhook) => api.post(PATH, { body }));

export const useChangeWebhook = (id: string) =>
  useChanging((body: WebhookChanges) => api.patch(`${PATH}/{id}`, { path: { id }, body }));

export const useRotateSecret = (id: string) =>
  useChanging<undefined, WebhookMade>(() => api.post(`${PATH}/{id}/rotate-secret`, { path: { id } }));

export const useDeleteWebhook = (id: string) =>
  useChanging<undefined, unknown>(() => api.delete(`${PATH}/{id}`, { path: { id } }));

export const useSendTest = (id: string) =>
  useChanging<undefined, DeliveryView>(() => api.post(`${PATH}/{id}/test`, { path: { id } }));

export const useSendAgain = (id: string) =>
  useChanging((deliveryId: string) =>
    api.post(`${PATH}/{id}/deliveries/{deliveryId}/resend`, { path: { id, deliveryId } }),
  );
