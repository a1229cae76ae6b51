import { z } from 'zod';
import { nothing } from '#providers/http.ts';
import type { Access, Provider, ProviderSubscription, SubscriptionRequest } from '#providers/provider.ts';
import { orNullWhenGone } from '#providers/when-gone.ts';
import { type Calendar, callCalendar, EVENTS } from './calendar.ts';
import { manifest } from './manifest.ts';

const channelAnswer = z.object({
  resourceId: z.string(),
  /** Epoch ms; text by the discovery document, a number by the guide. */
  expiration: z.coerce.number().int().positive().optional(),
});

/**
 * Watch channels on the host's primary calendar. A channel cannot be prolonged: renewing opens another one, and the old
 * one is stopped afterwards, so that no change falls between them.
 */
export function createSubscriptions(calendar: Calendar): NonNullable<Provider['subscriptions']> {
  return {
    create: (access, request) => open(calendar, access, request),
    renew: (access, _current, request) => open(calendar, access, request),
    cancel: (access, current) => stop(calendar, access, current),
  };
}

async function open(calendar: Calendar, access: Access, request: SubscriptionRequest): Promise<ProviderSubscription> {
  const { subscriptionId, secret, notificationUrl, expiresAt } = request;
  const lifeMs = Math.min(expiresAt - Date.now(), manifest.subscriptionLifeMs ?? Infinity);
  const channel = await callCalendar(calendar, access, {
    method: 'POST',
    path: `${EVENTS}/watch`,
    body: {
      id: subscriptionId,
      type: 'web_hook',
      address: notificationUrl,
      token: secret,
      params: { ttl: String(Math.ceil(lifeMs / 1_000)) },
    },
    answer: channelAnswer,
  });
  return { subscriptionId, resourceId: channel.resourceId, expiresAt: channel.expiration ?? expiresAt };
}

/** A channel that is gone already is fine, and one whose resource id we never learnt ends by itself. */
async function stop(
  calendar: Calendar,
  access: Access,
  { subscriptionId, resourceId }: ProviderSubscription,
): Promise<void> {
  if (resourceId === undefined) return;
  const body = { id: subscriptionId, resourceId };
  await orNullWhenGone(
    callCalendar(calendar, access, { method: 'POST', path: '/channels/stop', body, answer: nothing }),
  );
}
