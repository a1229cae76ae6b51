import { z } from 'zod';
import { readJson } from '#providers/json-text.ts';
import type { Notification, NotificationAnswer, RawRequest } from '#providers/provider.ts';
import { isSameSecret } from '#providers/same-secret.ts';
import { sha256 } from '#sha256';
import { WATCH } from './subscriptions.ts';

type SecretOf = (subscriptionId: string) => Promise<string | null>;

const LONGEST_TOKEN = 2_048;
/** Lifecycle notifications carry nothing that tells two of a kind apart; redelivered ones come close together. */
const SAME_WITHIN_MS = 10 * 60_000;

const item = z.object({
  id: z.string().nullish().catch(null),
  subscriptionId: z.string().min(1),
  clientState: z.string().nullish(),
  changeType: z.string().nullish().catch(null),
  lifecycleEvent: z.string().nullish().catch(null),
  resourceData: z.object({ id: z.string().nullish(), '@odata.etag': z.string().nullish() }).nullish().catch(null),
});
const body = z.object({ value: z.array(item).max(1_000) });

type Item = z.infer<typeof item>;

const CHANGES = new Map<string, Notification['what']>([
  ['created', 'changed'],
  ['updated', 'changed'],
  ['deleted', 'deleted'],
]);

/**
 * What each lifecycle event asks for. A subscription that needs fresh authorization is replaced by a new one. One that
 * was removed may have been so because the host took our access away; that is believed once the grant is seen revoked.
 */
const LIFECYCLE = new Map<string, readonly Notification['what'][]>([
  ['reauthorizationRequired', ['subscription_ended']],
  ['subscriptionRemoved', ['deauthorized', 'subscription_ended', 'missed']],
  ['missed', ['missed']],
]);

/**
 * Answers Graph's call: the handshake of a subscription, changes and lifecycle notifications. The address of each
 * subscription names our own row, so that a call makes us read one secret at most; we refuse a call without it. The
 * secret given to the subscription proves a notification; notifications of a subscription that is no longer known are
 * accepted and ignored, since Graph would send them again for hours.
 */
export async function answerNotification(
  raw: RawRequest,
  secretOf: SecretOf,
  now = Date.now(),
): Promise<NotificationAnswer> {
  const watch = raw.url.searchParams.get(WATCH);
  if (watch === null) return { kind: 'refused' };
  const token = raw.url.searchParams.get('validationToken');
  if (token !== null) return handshake(token, watch, secretOf);
  const read = body.safeParse(readJson(raw.body));
  if (!read.success) return { kind: 'refused' };
  const secret = await secretOf(watch);
  if (secret === null) return { kind: 'notifications', notifications: [] };
  const items = read.data.value;
  if (items.some(({ clientState }) => !isSameSecret(clientState ?? '', secret))) return { kind: 'refused' };
  return { kind: 'notifications', notifications: items.flatMap((item) => notificationsOf(item, watch, now)) };
}

/** Comes while our own call for the subscription is under way, so it names a row we know. */
async function handshake(token: string, watch: string, secretOf: SecretOf): Promise<NotificationAnswer> {
  const isOurs = token.length <= LONGEST_TOKEN && (await secretOf(watch)) !== null;
  return isOurs ? { kind: 'challenge', type: 'text/plain; charset=utf-8', body: token } : { kind: 'refused' };
}

/** Told apart by the field, not by the shape: real lifecycle notifications differ from the documented ones. */
function notificationsOf(item: Item, subscriptionId: string, now: number): Notification[] {
  const { lifecycleEvent, changeType, resourceData } = item;
  if (lifecycleEvent) {
    const window = Math.floor(now / SAME_WITHIN_MS);
    return (LIFECYCLE.get(lifecycleEvent) ?? []).map((what) => ({
      subscriptionId,
      what,
      dedupeKey: `${subscriptionId}:${lifecycleEvent}:${what}:${window}`,
    }));
  }
  const what = CHANGES.get(changeType?.toLowerCase() ?? '');
  const meetingId = resourceData?.id;
  if (what === undefined || !meetingId) return [];
  return [{ subscriptionId, meetingId, what, dedupeKey: keyOf(item) }];
}

/** A redelivered change is the same in all it says. */
function keyOf({ id, subscriptionId, changeType, resourceData }: Item): string {
  const said = [subscriptionId, id, changeType, resourceData?.id, resourceData?.['@odata.etag']];
  return sha256(JSON.stringify(said));
}
