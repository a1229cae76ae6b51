import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ConnectionTokens } from '#db/entities/connection.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { OauthAttempt } from '#db/entities/oauth-attempt.ts';
import { Subscription } from '#db/entities/subscription.ts';
import { TwoFactor } from '#db/entities/two-factor.ts';
import { open, seal, sealedWith } from '#db/seal.ts';
import { makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { type Installation, openInstallation } from '#test/fixtures/installation.ts';
import { addCalendar } from '#commands/calendars/add-calendar.ts';
import { openAddress } from '#commands/calendars/calendar-address.ts';
import { Calendar } from '#db/entities/calendar.ts';
import { openSecret } from '#commands/webhooks/secret.ts';
import { createWebhook, rotateWebhookSecret } from '#commands/webhooks/webhooks.ts';
import { Webhook } from '#db/entities/webhook.ts';
import { openMail, sealMail } from '#commands/bookings/mail-content.ts';
import { openRefreshToken } from '#commands/connections/access-token.ts';
import { openTotpSecret, sealTotpSecret } from '#commands/hosts/totp.ts';
import { type Progress, rotateKeys } from './rotate-keys.ts';

const k1 = { kid: 'k1', key: randomBytes(32) };
const k2 = { kid: 'k2', key: randomBytes(32) };
const k3 = { kid: 'k3', key: randomBytes(32) };
const HOUR_MS = 3_600_000;
const APP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const CALENDAR = 'https://calendar.example.com/secret.ics';
const WEBHOOK = 'https://crm.example.com/';
const MAIL = { from: 'a@example.com', to: 'b@example.com', source: 'Subject: hello' };

const deps = await openInstallation();

/** Connections, subscriptions, connect attempts, authenticator apps, calendars, webhooks and mails under way, all sealed with `k1`. */
async function sealRows(connections: number): Promise<void> {
  await deps.orm.em.fork().execute('truncate users cascade');
  deps.config.TOKEN_KEYS = [k1];
  for (let index = 0; index < connections; index += 1) {
    const host = await makeHost(deps);
    const { id } = await makeConnection(deps, host, { grant: { refreshToken: index % 2 === 0 ? 'refresh-1' : null } });
    await makeSubscription(deps, id);
    await makeAttempt(deps, host.id, HOUR_MS);
    await makeApp(deps, host.id);
    await addCalendar(deps, { hostId: host.id, url: CALENDAR });
    const { webhook } = await createWebhook(deps, { hostId: host.id, url: WEBHOOK, events: ['booking.confirmed'] });
    if (index % 2 === 0) await rotateWebhookSecret(deps, { hostId: host.id, webhookId: webhook.id });
    await makeMail(deps, id);
  }
}

async function makeSubscription({ orm, config }: Installation, connection: string): Promise<void> {
  const em = orm.em.fork();
  const id = randomUUIDv7();
  const secret = seal(
    config.TOKEN_KEYS,
    { purpose: 'subscription_secret', rowId: id, provider: 'teams' },
    'watch-secret',
  );
  em.create(Subscription, {
    id,
    connection,
    provider: 'teams',
    subscriptionId: id,
    secret,
    state: 'open',
    expiresAt: new Date(Date.now() + HOUR_MS),
    createdAt: new Date(),
  });
  await em.flush();
}

async function makeApp({ orm, config }: Installation, host: string): Promise<void> {
  const em = orm.em.fork();
  em.create(TwoFactor, { host, secret: sealTotpSecret(config, host, APP_SECRET), begunAt: new Date() });
  await em.flush();
}

/** A mail whose content is fixed and whose fate is not known yet. */
async function makeMail({ orm, config }: Installation, connection: string): Promise<void> {
  const em = orm.em.fork();
  const id = randomUUIDv7();
  em.create(EmailDelivery, {
    id,
    about: connection,
    connection,
    kind: 'reconnect_needed',
    cause: id,
    recipient: 'host',
    state: 'queued',
    content: sealMail(config, id, MAIL),
    messageId: id,
    handedOverAt: new Date(),
    dueAt: new Date(),
    createdAt: new Date(),
  });
  await em.flush();
}

async function makeAttempt({ orm, config }: Installation, host: string, lifeMs: number): Promise<void> {
  const em = orm.em.fork();
  const id = randomUUIDv7();
  em.create(OauthAttempt, {
    id,
    host,
    provider: 'meet',
    sessionHash: 'session',
    stateHash: id,
    codeVerifier: seal(config.TOKEN_KEYS, { purpose: 'code_verifier', rowId: id, provider: 'meet' }, 'verifier'),
    mode: 'popup',
    returnTo: 'integrations',
    status: 'pending',
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + lifeMs),
  });
  await em.flush();
}

/** Opens everything with the present ring and tells the keys that sealed it. */
async function sealedBy({ orm, config }: Installation): Promise<string[]> {
  const em = orm.em.fork();
  const seen: string[] = [];
  const check = (sealed: Uint8Array, secret: string, expected: string) => {
    expect(secret).toBe(expected);
    seen.push(sealedWith(sealed));
  };
  const ring = config.TOKEN_KEYS;
  for (const row of await em.find(ConnectionTokens, {})) {
    const place = { rowId: row.connection, provider: row.provider };
    check(row.access, open(ring, { ...place, purpose: 'access_token' }, row.access), 'access-1');
    if (row.refresh) check(row.refresh, openRefreshToken({ config } as Installation, row) ?? '', 'refresh-1');
  }
  for (const { id, provider, secret } of await em.find(Subscription, {}))
    check(secret, open(ring, { purpose: 'subscription_secret', rowId: id, provider }, secret), 'watch-secret');
  for (const { id, provider, codeVerifier } of await em.find(OauthAttempt, {}))
    check(codeVerifier, open(ring, { purpose: 'code_verifier', rowId: id, provider }, codeVerifier), 'verifier');
  for (const app of await em.find(TwoFactor, {})) check(app.secret, openTotpSecret(config, app), APP_SECRET);
  for (const { id, address } of await em.find(Calendar, {}, { populate: ['address'] }))
    check(address, openAddress(config, id, address), CALENDAR);
  for (const row of await em.find(Webhook, {}, { populate: ['secret', 'formerSecret'] })) {
    expect(openSecret(config, row.id, row.secret, 'webhook_secret')).toMatch(/^whsec_/);
    seen.push(sealedWith(row.secret));
    if (!row.formerSecret) continue;
    expect(openSecret(config, row.id, row.formerSecret, 'former_webhook_secret')).toMatch(/^whsec_/);
    seen.push(sealedWith(row.formerSecret));
  }
  for (const { id, content } of await em.find(EmailDelivery, {}, { populate: ['content'] }))
    if (content) check(content, JSON.stringify(openMail(config, id, content)), JSON.stringify(MAIL));
  return seen;
}

test('everything is resealed with the first key, and the former one may go', async () => {
  await sealRows(52);
  deps.config.TOKEN_KEYS = [k2, k1];
  const progress: Progress[] = [];
  await rotateKeys(deps, (step) => progress.push(step));
  deps.config.TOKEN_KEYS = [k2];
  expect(new Set(await sealedBy(deps))).toEqual(new Set(['k2']));
  expect(progress.filter(({ name }) => name === 'connections')).toEqual([
    { name: 'connections', done: 50, left: 2 },
    { name: 'connections', done: 52, left: 0 },
  ]);
});

test('run twice, it does nothing the second time', async () => {
  await sealRows(2);
  deps.config.TOKEN_KEYS = [k2, k1];
  await rotateKeys(deps, () => {});
  const again: Progress[] = [];
  await rotateKeys(deps, (step) => again.push(step));
  expect(again.map(({ done }) => done)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('stopped in the middle, everything still opens, and the next run finishes', async () => {
  await sealRows(52);
  deps.config.TOKEN_KEYS = [k2, k1];
  const stopped = rotateKeys(deps, () => {
    throw new Error('killed');
  });
  await expect(stopped).rejects.toThrow('killed');
  expect(new Set(await sealedBy(deps))).toEqual(new Set(['k1', 'k2']));
  await rotateKeys(deps, () => {});
  expect(new Set(await sealedBy(deps))).toEqual(new Set(['k2']));
});

test('two at once, and a third key in between, do no harm', async () => {
  await sealRows(20);
  deps.config.TOKEN_KEYS = [k2, k1];
  await Promise.all([rotateKeys(deps, () => {}), rotateKeys(deps, () => {})]);
  deps.config.TOKEN_KEYS = [k3, k2];
  await rotateKeys(deps, () => {});
  deps.config.TOKEN_KEYS = [k3];
  expect(new Set(await sealedBy(deps))).toEqual(new Set(['k3']));
});

test('what a refresh holds is waited for, and what the refresh stored is kept', async () => {
  await sealRows(3);
  deps.config.TOKEN_KEYS = [k2, k1];
  const em = deps.orm.em.fork();
  await em.begin();
  const [held] = await em.execute<{ connection_id: string }[]>(
    'select connection_id from connection_tokens limit 1 for update',
  );
  const steps: Progress[] = [];
  const free = Promise.withResolvers<void>();
  const rotating = rotateKeys(deps, (step) => {
    steps.push(step);
    if (step.left === 1) free.resolve();
  });
  await free.promise;
  const rowId = held?.connection_id ?? '';
  const place = { rowId, provider: 'zoom', purpose: 'access_token' } as const;
  await em.execute('update connection_tokens set access = ?, token_version = 2 where connection_id = ?', [
    seal([k1], place, 'access-by-refresh'),
    rowId,
  ]);
  await em.commit();
  await rotating;
  const row = await deps.orm.em.fork().findOneOrFail(ConnectionTokens, { connection: rowId });
  expect(open([k2], place, row.access)).toBe('access-by-refresh');
  expect(row.tokenVersion).toBe(2);
});

test('attempts that are over are left as they are', async () => {
  await sealRows(0);
  await makeAttempt(deps, (await makeHost(deps)).id, -1_000);
  deps.config.TOKEN_KEYS = [k2, k1];
  await rotateKeys(deps, () => {});
  expect(await sealedBy(deps)).toEqual(['k1']);
});

test('a row sealed with an unknown key stops it with an error', async () => {
  await sealRows(1);
  deps.config.TOKEN_KEYS = [k2];
  await expect(rotateKeys(deps, () => {})).rejects.toThrow('not in the ring');
});

test('the command says what it does', async () => {
  await sealRows(2);
  const ring = [k2, k1].map(({ kid, key }) => `${kid}:${key.toString('base64')}`).join(',');
  const script = new URL('rotate-keys-main.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    env: {
      ...process.env,
      DATABASE_URL: deps.config.DATABASE_URL,
      AUTH_SECRET: deps.config.AUTH_SECRET,
      LINK_KEYS: ring,
      TOKEN_KEYS: ring,
    },
  });
  expect(stdout).toContain('connections: 2 resealed, 0 left');
  expect(stdout).toContain('subscriptions: 2 resealed, 0 left');
  expect(stdout).toContain('mails under way: 2 resealed, 0 left');
  deps.config.TOKEN_KEYS = [k2];
  expect(new Set(await sealedBy(deps))).toEqual(new Set(['k2']));
});
