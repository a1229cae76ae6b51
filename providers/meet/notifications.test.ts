import { describe, expect, test } from 'vitest';
import { answerPush } from './notifications.ts';

const CHANNEL = '4ba78bf0-6a47-11e2-bcfd-0800200c9a66';
const SECRET = 'a-secret-of-ours';

/** Google's own sample of a push, with our channel's token. */
const EXISTS = {
  'content-length': '0',
  'x-goog-channel-id': CHANNEL,
  'x-goog-channel-token': SECRET,
  'x-goog-channel-expiration': 'Tue, 19 Nov 2013 01:13:52 GMT',
  'x-goog-resource-id': 'ret08u3rv24htgh289g',
  'x-goog-resource-uri': 'https://www.googleapis.com/calendar/v3/calendars/my_calendar@gmail.com/events',
  'x-goog-resource-state': 'exists',
  'x-goog-message-number': '10',
};

const answer = (headers: Record<string, string | undefined>) =>
  answerPush(
    { method: 'POST', url: new URL('http://localhost/webhooks/meet'), headers, body: Buffer.alloc(0) },
    async (id) => (id === CHANNEL ? SECRET : null),
  );

describe('a push of a channel of ours', () => {
  test.each([
    ['exists', 'changed'],
    ['not_exists', 'changed'],
    ['sync', 'sync'],
  ])('%s is a notification of the kind %s', async (state, what) => {
    expect(await answer({ ...EXISTS, 'x-goog-resource-state': state })).toEqual({
      kind: 'notifications',
      notifications: [{ subscriptionId: CHANNEL, dedupeKey: `${CHANNEL}:10`, what }],
    });
  });

  test.each(['wrong', '', SECRET.slice(1), undefined])('with the token %j is refused', async (token) => {
    expect(await answer({ ...EXISTS, 'x-goog-channel-token': token })).toEqual({ kind: 'refused' });
  });
});

test('a push of an unknown channel is answered without a notification', async () => {
  expect(await answer({ ...EXISTS, 'x-goog-channel-id': 'gone' })).toEqual({
    kind: 'notifications',
    notifications: [],
  });
});

test.each(['x-goog-channel-id', 'x-goog-resource-state', 'x-goog-message-number'])(
  'a call without %s is no push of Google’s',
  async (header) => {
    expect(await answer({ ...EXISTS, [header]: undefined })).toEqual({ kind: 'refused' });
  },
);
