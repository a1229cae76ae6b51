import { describe, expect, test } from 'vitest';
import { noProviderSamples, PROVIDER_SAMPLES, providerSample } from '#test/fixtures/provider-samples.ts';
import type { Notification } from '#providers/provider.ts';
import { answerNotification } from './notifications.ts';
import { signatureOf } from './signature.ts';

const secret = 'a secret token';
const NOW = Date.parse('2026-11-24T12:00:00Z');

const updated = {
  event: 'meeting.updated',
  event_ts: NOW - 500,
  payload: { account_id: 'acc', operator: 'a@b.example', object: { id: 1_234_567_890, host_id: 'the-host' } },
};

test('a change names the meeting, the host and the time', () => {
  expect(notificationsOf(updated)).toEqual([
    {
      what: 'changed',
      meetingId: '1234567890',
      accountId: 'the-host',
      dedupeKey: expect.stringMatching(/^[\w-]{43}$/),
    },
  ]);
});

test('a meeting’s id may come as a text', () => {
  expect(notificationsOf({ ...updated, payload: { object: { id: '99' } } })[0]).toMatchObject({ meetingId: '99' });
});

test('a repeated notification has the same key, even with a new signature; another notification has another', () => {
  expect(keyOf(updated, NOW - 3_600_000)).toBe(keyOf(updated, NOW));
  expect(keyOf({ ...updated, event_ts: NOW }, NOW)).not.toBe(keyOf(updated, NOW));
});

test('an unknown event, another’s body and no JSON at all are taken and ignored', () => {
  for (const body of [{ event: 'meeting.started', payload: updated.payload }, { event: 'meeting.updated' }, [], 'x'])
    expect(notificationsOf(body)).toEqual([]);
});

test('nothing is taken unsigned, without a secret of ours, or with two of its bytes swapped', () => {
  const raw = rawOf(updated, NOW);
  const body = Buffer.from(raw.body.toString('utf8').replace('1234567890', '1234567809'));
  expect(answerNotification(undefined, raw, NOW)).toEqual({ kind: 'refused' });
  expect(answerNotification(secret, { ...raw, headers: {} }, NOW)).toEqual({ kind: 'refused' });
  expect(answerNotification(secret, { ...raw, body }, NOW)).toEqual({ kind: 'refused' });
});

test('an unsigned challenge is refused, so that strangers learn no HMACs of ours', () => {
  const raw = rawOf({ event: 'endpoint.url_validation', payload: { plainToken: 'x' } }, NOW);
  expect(answerNotification(secret, raw, NOW)).toMatchObject({ kind: 'challenge', type: 'application/json' });
  expect(answerNotification(secret, { ...raw, headers: {} }, NOW)).toEqual({ kind: 'refused' });
});

describe.skipIf(noProviderSamples)(`Zoom’s own samples ${PROVIDER_SAMPLES}`, () => {
  test.each<[string, Partial<Notification>[]]>([
    ['zoom.webhook.meeting.created', []],
    [
      'zoom.webhook.meeting.updated',
      [{ what: 'changed', meetingId: '1234567890', accountId: 'x1yCzABCDEfg23HiJKl4mN' }],
    ],
    ['zoom.webhook.meeting.deleted', [{ what: 'deleted', meetingId: '1234567890' }]],
    ['zoom.webhook.meeting.permanently_deleted', [{ what: 'deleted', meetingId: '1234567890' }]],
    ['zoom.webhook.meeting.recovered', [{ what: 'recovered', meetingId: '1234567890' }]],
    ['zoom.webhook.app_deauthorized', [{ what: 'deauthorized', accountId: 'abcD3ojfdbjfg' }]],
    ['zoom.webhook.app_deauthorized.alt', [{ what: 'deauthorized', accountId: 'USER_ID' }]],
    ['zoom.webhook.meeting.started.string-id', []],
  ])('%s', (id, expected) => {
    expect(notificationsOf(providerSample(id).body)).toMatchObject(expected);
  });
});

function keyOf(event: object, at: number) {
  return notificationsOf(event, at)[0]?.dedupeKey;
}

function notificationsOf(event: unknown, at = NOW): readonly Notification[] {
  const answer = answerNotification(secret, rawOf(event, at), NOW);
  if (answer.kind !== 'notifications') throw new Error(`answered ${answer.kind}`);
  return answer.notifications;
}

function rawOf(event: unknown, at: number) {
  const body = Buffer.from(typeof event === 'string' ? event : JSON.stringify(event));
  const timestamp = String(Math.floor(at / 1_000));
  return {
    method: 'POST',
    url: new URL('https://us.example/webhooks/zoom'),
    headers: {
      'x-zm-request-timestamp': timestamp,
      'x-zm-signature': signatureOf({ secret, timestamp, body }),
    },
    body,
  };
}
