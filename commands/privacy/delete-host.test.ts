import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { sweep } from '#worker/sweep/sweep.ts';
import { AuthAccount, Session, Verification } from '#db/entities/auth.ts';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { InboxNotification } from '#db/entities/inbox-notification.ts';
import { User } from '#db/entities/user.ts';
import { at, bookTime, mailsOf, outcomes, readBooking } from '#test/fixtures/bookings.ts';
import { findInDatabase } from '#test/fixtures/dump.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { holdHost, standingAtLocks } from '#test/fixtures/locks.ts';
import { createWebhook } from '#commands/webhooks/webhooks.ts';
import { WebhookDelivery } from '#db/entities/webhook.ts';
import { until } from '#dev/clients/until.ts';
import { receiveNotifications } from '#commands/connections/receive-notifications.ts';
import { deleteHost, purgeAccount } from './delete-host.ts';
import { forgetHost } from './forget-host.ts';
import { startConnect } from '#commands/connections/start-connect.ts';

const deps = await openInstallation();

async function furnishedHost() {
  const host = await makeHost(deps, { name: 'Hal Canary' });
  const connection = await makeConnection(deps, host);
  const former = await makeConnection(deps, host, { provider: 'teams', accountId: 'shared', state: 'revoked' });
  const type = await makeEventType(deps, host);
  const bookingId = await bookTime(deps, type, at(0));
  const em = deps.orm.em.fork();
  const soon = new Date(Date.now() + 3_600_000);
  em.create(Session, { id: randomUUIDv7(), user: host.id, token: randomUUIDv7(), expiresAt: soon });
  em.create(AuthAccount, { id: randomUUIDv7(), user: host.id, accountId: host.id, providerId: 'credential' });
  // As better-auth keeps them: what a link to log in and one to set a password is for.
  for (const value of [JSON.stringify({ email: host.email }), host.id])
    em.create(Verification, { id: randomUUIDv7(), identifier: randomUUIDv7(), value, expiresAt: soon });
  await em.nativeDelete(ConnectionTokens, { connection: former.id });
  for (const { provider, accountId } of [connection, former])
    em.create(InboxNotification, {
      id: randomUUIDv7(),
      provider,
      dedupeKey: randomUUIDv7(),
      what: 'changed',
      accountId,
      receivedAt: new Date(),
    });
  await em.flush();
  const ask = { hostId: host.id, sessionToken: 'session', provider: 'zoom', mode: 'popup', returnTo: 'integrations' };
  await startConnect(deps, ask as Parameters<typeof startConnect>[1]);
  return { host, connection, type, bookingId };
}

const exists = async (id: string) => (await deps.orm.em.fork().count(User, { id })) === 1;

test('at once logins and bookings are refused, upcoming bookings are cancelled, connections are revoked', async () => {
  const { host, connection, type, bookingId } = await furnishedHost();
  await deleteHost(deps, { hostId: host.id });
  const em = deps.orm.em.fork();
  expect(await em.count(Session, { user: host.id })).toBe(0);
  expect(await em.count(AuthAccount, { user: host.id })).toBe(0);
  expect(await em.count(Verification, { value: { $like: `%${host.email}%` } })).toBe(0);
  expect(await em.count(Verification, { value: host.id })).toBe(0);
  expect(await outcomes([bookTime(deps, type, at(60))])).toEqual(['not_found']);
  expect(await readBooking(deps, bookingId)).toMatchObject({ status: 'cancelled', endedBy: 'host' });
  expect(await mailsOf(deps, bookingId)).toEqual(
    expect.arrayContaining(['cancelled guest queued', 'cancelled host queued']),
  );
  const row = await em.findOneOrFail(Connection, { id: connection.id });
  expect(row).toMatchObject({ state: 'revoked', cause: 'disconnected' });
  expect(row.graceUntil).not.toBeNull();
  expect(deps.signalled).toEqual(
    expect.arrayContaining([`booking ${bookingId} cancel`, `connection ${connection.id} disconnected`]),
  );
});

test('the rows go when mails are sent and the grant is ended, and nothing of the host is left', async () => {
  const bystander = await makeHost(deps);
  await makeConnection(deps, bystander, { provider: 'teams', accountId: 'shared' });
  const { host, connection, type, bookingId } = await furnishedHost();
  await deleteHost(deps, { hostId: host.id });
  await sweep(deps);
  expect(await exists(host.id)).toBe(true);

  await deps.orm.em.fork().nativeUpdate(EmailDelivery, { booking: bookingId }, { state: 'sent' });
  await sweep(deps);
  expect(await exists(host.id)).toBe(true);

  await deps.orm.em.fork().nativeDelete(ConnectionTokens, { connection: connection.id });
  await sweep(deps);
  expect(await exists(host.id)).toBe(false);
  const traces = [host.id, host.email, host.handle, connection.id, connection.accountId, type.id, bookingId];
  expect(await findInDatabase(deps, traces)).toEqual([]);
  expect(await exists(bystander.id)).toBe(true);
  const theirs = (await findInDatabase(deps, ['shared'])).map((line) => line.split(':')[0]);
  expect(new Set(theirs)).toEqual(new Set(['connections', 'inbox_notifications']));
});

test('the end of a meeting, told while its host is being forgotten, is not kept', async () => {
  const { host, connection, bookingId } = await furnishedHost();
  const em = deps.orm.em.fork();
  await em.execute(
    `insert into conferences (id, booking_id, connection_id, provider, state, marker, provider_meeting_id, created_at, updated_at)
     values (?, ?, ?, 'zoom', 'ended', '', 'last-meeting', now(), now())`,
    [randomUUIDv7(), bookingId, connection.id],
  );
  await em.nativeUpdate(User, { id: host.id }, { eraseAskedAt: new Date(0) });
  let told: Promise<void> | undefined;
  await deps.orm.em.fork().transactional(async (forgetting) => {
    await forgetHost(forgetting, host.id, deps.now());
    const notifications = [{ dedupeKey: 'end', what: 'deleted', meetingId: 'last-meeting' }] as const;
    told = receiveNotifications(deps, { provider: 'zoom', notifications });
    await until('it to wait for the connection', async () => (await standingAtLocks(deps)) > 0);
  });
  await told;
  expect(await findInDatabase(deps, ['last-meeting'])).toEqual([]);
});

test('where nothing was ever done the account is gone at once', async () => {
  const host = await makeHost(deps);
  await makeEventType(deps, host);
  await deleteHost(deps, { hostId: host.id });
  expect(await exists(host.id)).toBe(false);
});

test('webhooks end at once: nothing more is sent, and their workflows are told', async () => {
  const { host } = await furnishedHost();
  const wanted = { hostId: host.id, url: 'https://crm.example.com/', events: ['booking.cancelled'] } as const;
  const { webhook } = await createWebhook(deps, wanted);
  await deleteHost(deps, { hostId: host.id });
  expect(await deps.orm.em.fork().count(WebhookDelivery, { webhook: webhook.id })).toBe(0);
  expect(deps.signalled).toContain(`webhook ${webhook.id} deleted`);
});

test('a grant that comes in late is revoked as well', async () => {
  const { host, connection } = await furnishedHost();
  await deleteHost(deps, { hostId: host.id });
  await deps.orm.em
    .fork()
    .execute(`update connections set state = 'connected', cause = null where id = ?`, [connection.id]);
  await purgeAccount(deps, host.id);
  expect(await deps.orm.em.fork().findOneOrFail(Connection, { id: connection.id })).toMatchObject({ state: 'revoked' });
});

test('doing it again does no harm: no second cancellation, no new grace', async () => {
  const { host, connection, bookingId } = await furnishedHost();
  await deleteHost(deps, { hostId: host.id });
  const before = await deps.orm.em.fork().findOneOrFail(Connection, { id: connection.id });
  await Promise.all([deleteHost(deps, { hostId: host.id }), purgeAccount(deps, host.id)]);
  expect(await readBooking(deps, bookingId)).toMatchObject({ revision: 2 });
  const after = await deps.orm.em.fork().findOneOrFail(Connection, { id: connection.id });
  expect(after).toMatchObject({ graceUntil: before.graceUntil, revision: before.revision });
});

test('a guest who was already waiting for the host’s lock is refused when the account is gone by then', async () => {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host);
  const release = await holdHost(deps, host.id);
  const booking = outcomes([bookTime(deps, type, at(0))]);
  await expect.poll(() => standingAtLocks(deps)).toBe(1);
  await deps.orm.em.fork().execute('update users set erase_asked_at = now() where id = ?', [host.id]);
  await release();
  expect(await booking).toEqual(['not_found']);
});

test('guests who book while the account is being deleted are cancelled with the others, or refused', async () => {
  const { host, type } = await furnishedHost();
  const times = Array.from({ length: 12 }, (_, index) => at(120 + index * 30));
  const [words] = await Promise.all([
    outcomes(times.map((time) => bookTime(deps, type, time))),
    deleteHost(deps, { hostId: host.id }),
  ]);
  expect(words.every((word) => word === 'ok' || word === 'not_found')).toBe(true);
  await purgeAccount(deps, host.id);
  const held = await deps.orm.em
    .fork()
    .execute(`select 1 from bookings where host_id = ? and status in ('pending', 'confirmed')`, [host.id]);
  expect(held).toEqual([]);
});

test('what cannot be finished within a week is left undone', async () => {
  const { host } = await furnishedHost();
  await deleteHost(deps, { hostId: host.id });
  await deps.orm.em
    .fork()
    .execute(`update users set erase_asked_at = erase_asked_at - interval '8 days' where id = ?`, [host.id]);
  // One sweep continues a few of the accounts that wait, whichever.
  const existsAfterSweep = () => sweep(deps).then(() => exists(host.id));
  await expect.poll(existsAfterSweep).toBe(false);
});
