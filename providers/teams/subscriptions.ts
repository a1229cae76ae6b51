import { z } from 'zod';
import { nothing } from '#providers/http.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { Access, Provider, ProviderSubscription, SubscriptionRequest } from '#providers/provider.ts';
import { isGone, orNullWhenGone } from '#providers/when-gone.ts';
import { callGraph, type Graph } from './graph.ts';

const SUBSCRIPTIONS = '/subscriptions';
/** The life that older documents allow; asked for where the longer one is refused. */
const SHORT_LIFE_MS = 4_200 * 60_000;
/** The query parameter of the notification address that names our own row: notifications may precede the answer with Graph's id. */
export const WATCH = 'watch';

const subscription = z.object({ id: z.string().min(1), expirationDateTime: z.string().transform(Date.parse) });

/** Subscriptions to the host's default calendar, prolonged in place for as long as they exist. */
export function createSubscriptions(graph: Graph): NonNullable<Provider['subscriptions']> {
  return {
    create: (access, request) => subscribe(graph, access, request),
    renew: (access, current, request) => renew(graph, access, current, request),
    cancel: (access, current) => unsubscribe(graph, access, current),
  };
}

function subscribe(graph: Graph, access: Access, request: SubscriptionRequest): Promise<ProviderSubscription> {
  const url = new URL(request.notificationUrl);
  url.searchParams.set(WATCH, request.subscriptionId);
  return withLife(request.expiresAt, async (expirationDateTime) => {
    const body = {
      changeType: 'created,updated,deleted',
      notificationUrl: url.href,
      // Cannot be added later. Both kinds of notifications are told apart by what they carry.
      lifecycleNotificationUrl: url.href,
      resource: 'me/events',
      clientState: request.secret,
      expirationDateTime,
    };
    return callGraph(graph, access, { method: 'POST', path: SUBSCRIPTIONS, body, answer: subscription });
  });
}

/** One that has ended meanwhile is replaced. */
async function renew(
  graph: Graph,
  access: Access,
  current: ProviderSubscription,
  request: SubscriptionRequest,
): Promise<ProviderSubscription> {
  try {
    return await withLife(request.expiresAt, (expirationDateTime) =>
      callGraph(graph, access, {
        method: 'PATCH',
        path: pathOf(current),
        body: { expirationDateTime },
        answer: subscription,
      }),
    );
  } catch (error) {
    if (isGone(error)) return subscribe(graph, access, request);
    throw error;
  }
}

async function unsubscribe(graph: Graph, access: Access, current: ProviderSubscription): Promise<void> {
  await orNullWhenGone(callGraph(graph, access, { method: 'DELETE', path: pathOf(current), answer: nothing }));
}

/** Asks for the life wanted (epoch ms), then for the short one if that is refused. */
async function withLife(
  expiresAt: number,
  ask: (expirationDateTime: string) => Promise<z.infer<typeof subscription>>,
): Promise<ProviderSubscription> {
  const shorter = Math.min(expiresAt, Date.now() + SHORT_LIFE_MS);
  try {
    return toProviderSubscription(await ask(new Date(expiresAt).toISOString()));
  } catch (error) {
    if (!(error instanceof ProviderError) || error.facts.status !== 400 || shorter === expiresAt) throw error;
    return toProviderSubscription(await ask(new Date(shorter).toISOString()));
  }
}

function toProviderSubscription({ id, expirationDateTime }: z.infer<typeof subscription>): ProviderSubscription {
  return { subscriptionId: id, expiresAt: expirationDateTime };
}

function pathOf({ subscriptionId }: ProviderSubscription): string {
  return `${SUBSCRIPTIONS}/${encodeURIComponent(subscriptionId)}`;
}
