import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { Session, Verification } from '#db/entities/auth.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { FormerHandle } from '#db/entities/former-handle.ts';
import { IdempotencyKey } from '#db/entities/idempotency-key.ts';
import { InboxNotification } from '#db/entities/inbox-notification.ts';
import { OauthAttempt } from '#db/entities/oauth-attempt.ts';
import { Subscription } from '#db/entities/subscription.ts';
import { RateLimit } from '#db/entities/rate-limit.ts';
import { Webhook, WebhookDelivery } from '#db/entities/webhook.ts';
import { at, bookTime, readBooking } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { recordStatements } from '#test/fixtures/statements.ts';
import { PRUNED_AT_ONCE, pruneExpired } from './prune.ts';

const statements = recordStatements();
const deps = await openInstallation();
const host = await makeHost(deps);
const type = await makeEventType(deps, host);
const connection = await makeConnection(deps, host);
const em = deps.orm.em.fork();

const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
const sealed = Buffer.alloc(40);

/** Makes a row for each age, prunes, and tells which ages are left. */
async function left(
  entity: new () => object,
  ages: readonly number[],
  make: (hours: number, id: string) => object,
): Promise<number[]> {
  const made = ages.map((hours) => ({ hours, row: em.create(entity, make(hours, randomUUIDv7()) as never) }));
  await em.flush();
  await pruneExpired(deps);
  const all = await deps.orm.em.fork().find(entity, {});
  const keys = new Set(all.map((row) => JSON.stringify(keyOf(row))));
  return made.filter(({ row }) => keys.has(JSON.stringify(keyOf(row)))).map(({ hours }) => hours);
}

const keyOf = (row: object) => {
  const { id, key, keyHash, handle } = row as { id?: string; key?: string; keyHash?: string; handle?: string };
  return id ?? key ?? keyHash ?? handle;
};

const notification = (hours: number, id: string) => ({
  id,
  provider: 'zoom',
  dedupeKey: id,
  what: 'changed',
  meetingId: id,
  receivedAt: hoursAgo(hours),
});

const mail = (hours: number, id: string, state = 'sent') => ({
  id,
  about: connection.id,
  connection: connection.id,
  kind: 'reconnect_needed',
  cause: id,
  recipient: 'host',
  state,
  dueAt: hoursAgo(hours),
  messageId: id,
  createdAt: hoursAgo(hours),
});

const expiring = (hours: number, id: string) => ({ id, expiresAt: hoursAgo(hours) });

test('deliveries to webhooks are kept 30 days, delivered or not', async () => {
  const webhook = randomUUIDv7();
  em.create(Webhook, {
    id: webhook,
    host: host.id,
    url: 'https://crm.example.com/',
    events: [],
    secret: sealed,
    state: 'paused',
    createdAt: new Date(),
  });
  await em.flush();
  for (const state of ['queued', 'delivered', 'failed']) {
    const kept = await left(WebhookDelivery, [29 * 24, 31 * 24], (hours, id) => ({
      id,
      webhook,
      about: id,
      messageId: id,
      type: 'webhook.test',
      payload: {},
      state,
      dueAt: hoursAgo(hours),
      createdAt: hoursAgo(hours),
    }));
    expect(kept).toEqual([29 * 24]);
  }
});

test('connect attempts go a day after they ended', async () => {
  const kept = await left(OauthAttempt, [-1, 23, 25], (hours, id) => ({
    id,
    host: host.id,
    provider: 'zoom',
    sessionHash: id,
    stateHash: id,
    codeVerifier: sealed,
    mode: 'popup',
    returnTo: 'integrations',
    status: 'pending',
    createdAt: hoursAgo(hours),
    expiresAt: hoursAgo(hours),
  }));
  expect(kept).toEqual([-1, 23]);
});

test('former handles are free after their time', async () => {
  const kept = await left(FormerHandle, [-1, 1], (hours, id) => ({
    handle: id,
    host: host.id,
    keptUntil: hoursAgo(hours),
  }));
  expect(kept).toEqual([-1]);
});

test('idempotency keys live 24 hours', async () => {
  const kept = await left(IdempotencyKey, [1, 23, 25], (hours, id) => ({
    eventType: type.id,
    keyHash: id,
    bodyHash: id,
    bookingId: id,
    createdAt: hoursAgo(hours),
  }));
  expect(kept).toEqual([1, 23]);
});

test('notifications that matched no connection are kept a day, handled ones a month', async () => {
  expect(await left(InboxNotification, [1, 23, 25], notification)).toEqual([1, 23]);
  const read = (hours: number, id: string) => ({ ...notification(hours, id), handledAt: hoursAgo(hours) });
  expect(await left(InboxNotification, [25, 29 * 24, 31 * 24], read)).toEqual([25, 29 * 24]);
});

test('mails that are done are kept 400 days; queued ones, and those of a booking ahead, for as long as it takes', async () => {
  const bookingId = await bookTime(deps, type, at(0));
  const days = [1, 399, 401].map((day) => day * 24);
  expect(await left(EmailDelivery, days, mail)).toEqual(days.slice(0, 2));
  expect(await left(EmailDelivery, days, (hours, id) => mail(hours, id, 'queued'))).toEqual(days);
  const ofBooking = (hours: number, id: string) => ({
    ...mail(hours, id),
    about: bookingId,
    booking: bookingId,
    connection: null,
  });
  expect(await left(EmailDelivery, days, ofBooking)).toEqual(days);
});

test.each(['open', 'opening', 'closing', 'closed'])('subscriptions go a week after they ran out: %s', async (state) => {
  const kept = await left(Subscription, [-1, 6 * 24, 8 * 24], (hours, id) => ({
    id,
    connection: connection.id,
    provider: 'teams',
    subscriptionId: id,
    secret: sealed,
    state,
    expiresAt: hoursAgo(hours),
    createdAt: hoursAgo(hours),
  }));
  expect(kept).toEqual([-1, 6 * 24]);
});

test('sessions and login links go a day after they ran out', async () => {
  expect(
    await left(Session, [-1, 23, 25], (hours, id) => ({ ...expiring(hours, id), user: host.id, token: id })),
  ).toEqual([-1, 23]);
  expect(
    await left(Verification, [-1, 23, 25], (hours, id) => ({ ...expiring(hours, id), identifier: id, value: id })),
  ).toEqual([-1, 23]);
});

test('however many they are, no statement removes more than a batch, and none is left', async () => {
  await em.execute(
    `insert into idempotency_keys (event_type_id, key_hash, body_hash, booking_id, created_at)
     select ?, 'key ' || n, 'body', gen_random_uuid(), now() - interval '25 hours' from generate_series(1, ?) n`,
    [type.id, 2 * PRUNED_AT_ONCE + 1],
  );
  statements.length = 0;
  await pruneExpired(deps);
  const pruning = statements.filter(({ text }) => text.startsWith('delete from idempotency_keys'));
  expect(pruning).toHaveLength(3);
  for (const { text } of pruning) expect(text).toContain(`limit ${PRUNED_AT_ONCE} for update skip locked`);
  expect(await em.fork().count(IdempotencyKey, { createdAt: { $lt: hoursAgo(24) } })).toBe(0);
});

test('counters of rate limits go when their window is over', async () => {
  const kept = await left(RateLimit, [-1, 1], (hours, id) => ({
    key: id,
    points: 1,
    expire: BigInt(hoursAgo(hours).getTime()),
  }));
  expect(kept).toEqual([-1]);
});

test('what is still needed stays: host, event type, connection and its tokens, booking', async () => {
  const before = await em.execute<{ count: number }[]>(
    `select (select count(*) from users) + (select count(*) from event_types) + (select count(*) from connections)
       + (select count(*) from connection_tokens) + (select count(*) from bookings) as count`,
  );
  await pruneExpired(deps);
  expect(Number(before[0]?.count)).toBe(5);
});

test('the network of a request is forgotten once it is answered', async () => {
  const asking = await makeEventType(deps, host, { requiresConfirmation: true });
  const from = { requestedFrom: 'a network' };
  const [open, answered] = [await bookTime(deps, asking, at(600), from), await bookTime(deps, asking, at(660), from)];
  await em.execute(`update bookings set status = 'declined' where id = ?`, [answered]);
  await pruneExpired(deps);
  expect(await readBooking(deps, open)).toMatchObject({ requestedFrom: 'a network' });
  expect(await readBooking(deps, answered)).toMatchObject({ requestedFrom: null });
});
