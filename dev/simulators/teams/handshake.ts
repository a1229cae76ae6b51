import { randomUUID } from 'node:crypto';
import { refused } from './graph-error.ts';

const WITHIN_MS = 10_000;

/**
 * Asks an address to prove that it takes notifications, while the call for the subscription is still open.
 * https://learn.microsoft.com/graph/change-notifications-delivery-webhooks
 * @throws Refused 400
 */
export async function shakeHands(address: string): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const url = new URL(address);
  url.searchParams.set('validationToken', token);
  const problem = await problemOf(url, token);
  if (problem !== null) throw refused(400, 'ValidationError', `Subscription validation request failed. ${problem}`);
}

async function problemOf(url: URL, token: string): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    const text = await response.text();
    if (response.status !== 200) return `Notification endpoint must respond with 200 OK, was ${response.status}.`;
    if (!(response.headers.get('content-type') ?? '').startsWith('text/plain')) return 'The answer was not text/plain.';
    return text === token ? null : 'The answer was not the validation token.';
  } catch {
    return 'The notification endpoint did not answer.';
  }
}
