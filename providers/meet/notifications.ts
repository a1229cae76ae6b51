import type { NotificationAnswer, RawRequest } from '#providers/provider.ts';
import { isSameSecret } from '#providers/same-secret.ts';

const QUIET: NotificationAnswer = { kind: 'notifications', notifications: [] };
const REFUSED: NotificationAnswer = { kind: 'refused' };

/** Whether a call is a push of a watch channel; the others are security events. */
export function isPush({ headers }: RawRequest): boolean {
  return headers['x-goog-channel-id'] !== undefined;
}

/**
 * Checks a push of a watch channel and says what it hints at. It has neither body nor signature: the token we gave the
 * channel proves it (https://developers.google.com/workspace/calendar/api/guides/push). Pushes of a forgotten channel
 * are accepted and ignored, since Google sends some after a channel was stopped.
 */
export async function answerPush(
  { headers }: RawRequest,
  secretOf: (subscriptionId: string) => Promise<string | null>,
): Promise<NotificationAnswer> {
  const channel = headers['x-goog-channel-id'];
  const state = headers['x-goog-resource-state'];
  const message = headers['x-goog-message-number'];
  if (!channel || !state || !message || !/^\d{1,20}$/.test(message)) return REFUSED;
  const secret = await secretOf(channel);
  if (secret === null) return QUIET;
  if (!isSameSecret(headers['x-goog-channel-token'] ?? '', secret)) return REFUSED;
  return {
    kind: 'notifications',
    notifications: [
      {
        subscriptionId: channel,
        dedupeKey: `${channel}:${message}`,
        what: state === 'sync' ? 'sync' : 'changed',
      },
    ],
  };
}
