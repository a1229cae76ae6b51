import { describe, expect, test } from 'vitest';
import { noProviderSamples, PROVIDER_SAMPLES, providerSamples } from '#test/fixtures/provider-samples.ts';
import { answerNotification } from './notifications.ts';

const SECRET = 'kept-to-ourselves';
const WATCH = '0192aaaa-0000-7000-8000-000000000001';
const NOW = Date.parse('2026-12-01T10:00:00Z');
const secretOf = async (id: string) => (id === WATCH ? SECRET : null);

const change = {
  subscriptionId: '7f105c7d-2dc5-4530-97cd-4e7ae6534c07',
  clientState: SECRET,
  changeType: 'updated',
  resource: 'Users/u/Events/AAMk=',
  resourceData: { '@odata.type': '#Microsoft.Graph.Event', '@odata.etag': 'W/"one"', id: 'AAMk=' },
};

function answer(body: unknown, query: Record<string, string> = { watch: WATCH }, now = NOW) {
  const url = new URL(`https://app.example/webhooks/teams?${new URLSearchParams(query).toString()}`);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return answerNotification({ method: 'POST', url, headers: {}, body: Buffer.from(text) }, secretOf, now);
}

async function notificationsFor(item: object, query?: Record<string, string>, now?: number) {
  const given = await answer({ value: [item] }, query, now);
  if (given.kind !== 'notifications') throw new Error(given.kind);
  return given.notifications;
}

describe('the handshake', () => {
  const validationToken = 'Validation: Testing <client> application & more';

  test('echoes the decoded token of a subscription under way as plain text', async () => {
    expect(await answer('', { watch: WATCH, validationToken })).toEqual({
      kind: 'challenge',
      type: 'text/plain; charset=utf-8',
      body: validationToken,
    });
  });

  test.each([{}, { watch: '0192aaaa-0000-7000-8000-00000000ffff' }])(
    'of another address is refused: %j',
    async (query) => {
      expect(await answer('', { ...query, validationToken })).toEqual({ kind: 'refused' });
    },
  );
});

describe('changes', () => {
  test.each([
    ['created', 'changed'],
    ['updated', 'changed'],
    ['Updated', 'changed'],
    ['deleted', 'deleted'],
  ])('%s means %s', async (changeType, what) => {
    expect(await notificationsFor({ ...change, changeType })).toEqual([
      { subscriptionId: WATCH, meetingId: 'AAMk=', what, dedupeKey: expect.any(String) },
    ]);
  });

  test('a redelivered one has the same key, another version of the event another', async () => {
    const [first] = await notificationsFor(change);
    const [again] = await notificationsFor(structuredClone(change), undefined, NOW + 4 * 3_600_000);
    const [later] = await notificationsFor({
      ...change,
      resourceData: { ...change.resourceData, '@odata.etag': 'W/"two"' },
    });
    expect(again?.dedupeKey).toBe(first?.dedupeKey);
    expect(later?.dedupeKey).not.toBe(first?.dedupeKey);
  });

  test('one forged item refuses all of it', async () => {
    const forged = { ...change, clientState: 'guessed' };
    expect(await answer({ value: [change, forged] })).toEqual({ kind: 'refused' });
    expect(await answer({ value: [{ ...change, clientState: undefined }] })).toEqual({ kind: 'refused' });
  });

  test('those of an unknown subscription are accepted and ignored', async () => {
    expect(await notificationsFor(change, { watch: 'gone' })).toEqual([]);
  });

  test('those that name no row of ours are refused', async () => {
    expect(await answer({ value: [change] }, {})).toEqual({ kind: 'refused' });
  });

  test.each([{}, { watch: 'gone' }, { watch: WATCH }])('a call costs one look at most: %j', async (query) => {
    const value = Array.from({ length: 1_000 }, (_, index) => ({ subscriptionId: `s${index}`, clientState: SECRET }));
    const asked: string[] = [];
    const count = (id: string) => {
      asked.push(id);
      return secretOf(id);
    };
    const url = new URL(`https://app.example/webhooks/teams?${new URLSearchParams(query).toString()}`);
    await answerNotification({ method: 'POST', url, headers: {}, body: Buffer.from(JSON.stringify({ value })) }, count);
    expect(asked.length).toBeLessThanOrEqual(1);
  });

  test.each(['', 'null', '{}', '{"value":[{}]}', '<html>'])('what is no notification is refused: %s', async (body) => {
    expect(await answer(body)).toEqual({ kind: 'refused' });
  });
});

describe('lifecycle', () => {
  const documented = {
    subscriptionId: change.subscriptionId,
    subscriptionExpirationDateTime: '2019-03-20T11:00:00.0000000Z',
    tenantId: 't',
    clientState: SECRET,
  };
  const { tenantId, ...rest } = documented;
  const real = { ...rest, organizationId: tenantId, resource: '', sequence: null, encryptedContent: null };

  test.each([
    ['reauthorizationRequired', ['subscription_ended']],
    ['subscriptionRemoved', ['deauthorized', 'subscription_ended', 'missed']],
    ['missed', ['missed']],
    ['somethingNew', []],
  ])('%s, documented and as really sent', async (lifecycleEvent, expected) => {
    for (const shape of [documented, real]) {
      const notifications = await notificationsFor({ ...shape, lifecycleEvent });
      expect(notifications.map(({ what }) => what)).toEqual(expected);
      expect(
        notifications.every(
          (notification) => notification.subscriptionId === WATCH && notification.meetingId === undefined,
        ),
      ).toBe(true);
    }
  });

  test('the next one of its kind is not taken for a repetition', async () => {
    const missed = { ...documented, lifecycleEvent: 'missed' };
    const keys = await Promise.all(
      [NOW, NOW + 1_000, NOW + 3_600_000].map(
        async (now) => (await notificationsFor(missed, undefined, now))[0]?.dedupeKey,
      ),
    );
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});

describe.skipIf(noProviderSamples)(`the documented bodies ${PROVIDER_SAMPLES}`, () => {
  const webhooks = providerSamples('graph.webhook.').flatMap(({ id, body }) =>
    body === undefined ? [] : [{ id, body: body as { value: object[] } }],
  );

  test.each(webhooks)('$id is read', async ({ body }) => {
    const value = body.value.map((item) => ({ ...item, clientState: SECRET }));
    const given = await answer({ ...body, value });
    expect(given.kind === 'notifications' && given.notifications.length > 0).toBe(true);
  });
});
