import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createMeetProvider } from '#providers/meet/index.ts';
import { createTeamsProvider } from '#providers/teams/index.ts';
import { createZoomProvider } from '#providers/zoom/index.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const MOST = 120;
const api = await startApi({
  providers: [createZoomProvider, createTeamsProvider, createMeetProvider],
  environment: {
    RATE_LIMIT_SCALE: '1',
    TRUSTED_PROXIES: '1',
    TEAMS_CLIENT_ID: 'client',
    TEAMS_CLIENT_SECRET: 'secret',
    MEET_CLIENT_ID: 'client',
    MEET_CLIENT_SECRET: 'secret',
  },
});

interface Sent {
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function send(provider: string, from: string, { query = '', headers = {}, body = '{}' }: Sent): Promise<number> {
  const answer = await fetch(`${api.base}/webhooks/${provider}${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': from, ...headers },
    body,
  });
  await answer.body?.cancel();
  return answer.status;
}

const AT_ONCE = 10;

/** Statuses of so many calls, a few at once. */
async function statusesOf(count: number, call: () => Promise<number>): Promise<Set<number>> {
  const statuses = new Set<number>();
  for (let sent = 0; sent < count; sent += AT_ONCE)
    for (const status of await Promise.all(Array.from({ length: AT_ONCE }, call))) statuses.add(status);
  return statuses;
}

const NOBODYS = '0192aaaa-0000-7000-8000-00000000ffff';
const oneItem = JSON.stringify({ value: [{ subscriptionId: 'unknown', clientState: 'guessed' }] });
const push = { 'x-goog-channel-id': NOBODYS, 'x-goog-resource-state': 'exists', 'x-goog-message-number': '7' };

/** Calls that prove nothing: refused, or accepted and ignored where their subject is unknown. */
const UNPROVEN: readonly [string, string, Sent, number][] = [
  ['an unsigned one', 'zoom', {}, 401],
  ['one that names no subscription', 'teams', { body: oneItem }, 401],
  ['one of an unknown subscription', 'teams', { query: `?watch=${NOBODYS}`, body: oneItem }, 204],
  ['a handshake that we did not ask for', 'teams', { query: `?watch=${NOBODYS}&validationToken=x` }, 401],
  ['one of an unknown channel', 'meet', { headers: push }, 204],
  ['one without a channel', 'meet', { headers: { 'x-goog-channel-id': 'x' } }, 401],
];

describe.each(UNPROVEN)('%s at %s', (what, provider, call, status) => {
  const place = UNPROVEN.findIndex(([name]) => name === what);
  const [attacker, neighbour] = [`203.0.113.${place}`, `198.51.100.${place}`];

  test('costs its network, which is refused in the end, and no other', async () => {
    expect(await statusesOf(MOST, () => send(provider, attacker, call))).toEqual(new Set([status]));
    expect(await send(provider, attacker, call)).toBe(429);
    expect(await send(provider, neighbour, call)).toBe(status);
  });
});

/** A notification as Zoom signs it, of a kind that we do not handle. */
function sendSigned(): Promise<number> {
  const body = JSON.stringify({ event: 'meeting.started', event_ts: Date.now(), payload: {} });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', 'webhook').update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = { 'x-zm-request-timestamp': timestamp, 'x-zm-signature': `v0=${signature}` };
  return send('zoom', '192.0.2.1', { headers, body });
}

test('what is proven costs nothing, however much of it comes', async () => {
  expect(await statusesOf(2 * MOST, sendSigned)).toEqual(new Set([204]));
});
