import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  Deliveries,
  DeliveryView,
  NewWebhook,
  WebhookChanges,
  WebhookMade,
  Webhooks,
  WebhookView,
} from '#api/webhooks/schema.ts';
import { api } from '../../shared/api.ts';

export type { DeliveryView, NewWebhook, WebhookMade, WebhookView };

const PATH = '/api/v1/webhooks';
const queryKey = ['webhooks'];

export const webhooksQuery = queryOptions({
  queryKey,
  queryFn: async ({ signal }) => (await api.get<Webhooks>(PATH, { signal })).items,
  refetchInterval: 20_000,
});

/** The log of one webhook, newest first; often asked while something is under way. */
export const deliveriesQuery = (webhookId: string) =>
  infiniteQueryOptions({
    queryKey: [...queryKey, webhookId, 'deliveries'],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`;
      return api.get<Deliveries>(`${PATH}/${webhookId}/deliveries?limit=20${cursor}`, { signal });
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

export const useCreateWebhook = () => useChanging((wanted: NewWebhook) => api.post<WebhookMade>(PATH, wanted));

export const useChangeWebhook = (id: string) =>
  useChanging((changes: WebhookChanges) => api.patch<WebhookView>(`${PATH}/${id}`, changes));

export const useRotateSecret = (id: string) =>
  useChanging<undefined, WebhookMade>(() => api.post(`${PATH}/${id}/rotate-secret`));

export const useDeleteWebhook = (id: string) => useChanging<undefined, unknown>(() => api.delete(`${PATH}/${id}`));

export const useSendTest = (id: string) => useChanging<undefined, DeliveryView>(() => api.post(`${PATH}/${id}/test`));

export const useSendAgain = (id: string) =>
  useChanging((deliveryId: string) => api.post<DeliveryView>(`${PATH}/${id}/deliveries/${deliveryId}/resend`));
