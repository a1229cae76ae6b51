import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import type { EventType } from '#db/entities/event-type.ts';
import type { User } from '#db/entities/user.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { GuestBooking } from './schema.ts';

const api = await startApi({ environment: { RATE_LIMIT_SCALE: '1', TRUSTED_PROXIES: '1' } });

/** A host who confirms what is asked for. */
interface Asked {
  readonly host: User;
  readonly type: EventType;
}

async function newHost(): Promise<Asked> {
  const host = await makeHost(api);
  return { host, type: await makeEventType(api, host, { requiresConfirmation: true }) };
}

let household = 0;
/** A network that no other test of this file uses. */
const newNetwork = () => `203.0.113.${(household += 1)}`;
const newMailbox = () => `${randomUUID()}@example.org`;

const BASE = Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 86_400_000;
let hours = 0;

interface Request {
  readonly email?: string;
  readonly from?: string;
  readonly startsAt?: string;
  readonly key?: string;
}

/** Asks for an hour that no other test of this file uses. */
async function ask({ host, type }: Asked, request: Request = {}) {
  const { email = newMailbox(), from = newNetwork(), key = randomUUID() } = request;
  const { startsAt = new Date(BASE + (hours += 1) * 3_600_000).toISOString() } = request;
  const path = `/api/v1/public/${host.handle}/${type.slug}/bookings`;
  const body = { startsAt, guest: { name: 'Sam', email, timeZone: 'UTC' } };
  const headers = { 'X-Forwarded-For': from, 'Idempotency-Key': key };
  const answer = await newGuest(api.base).request('POST', path, body, headers);
  const said = (await answer.json()) as GuestBooking & { code?: string; detail?: string };
  return { http: answer.status, id: said.id, detail: said.detail };
}

const ASKED = { http: 201 };
const tooMany = (word: string) => ({ http: 429, detail: expect.stringContaining(word) });

test('one network does not hold a host’s calendar, under however many addresses; its neighbours still ask', async () => {
  const asked = await newHost();
  const from = newNetwork();
  for (let turn = 1; turn <= 10; turn += 1) expect(await ask(asked, { from })).toMatchObject(ASKED);
  expect(await ask(asked, { from })).toMatchObject(tooMany('network'));
  expect(await ask(asked)).toMatchObject(ASKED);
  expect(await ask(await newHost(), { from })).toMatchObject(ASKED);
});

test('one mailbox holds few times of a host, from however many networks; others still ask', async () => {
  const asked = await newHost();
  for (const email of ['Ann@example.org', 'ann+1@example.org', 'ANN+2@Example.org'])
    expect(await ask(asked, { email })).toMatchObject(ASKED);
  expect(await ask(asked, { email: 'ann@example.org' })).toMatchObject(tooMany('email address'));
  expect(await ask(asked, { email: 'anna@example.org' })).toMatchObject(ASKED);
});

test('a guest whom the host has confirmed before may hold more', async () => {
  const asked = await newHost();
  const email = newMailbox();
  const { id } = await ask(asked, { email });
  await confirmBooking(api, { bookingId: id, hostId: asked.host.id });
  for (let turn = 1; turn <= 10; turn += 1) expect(await ask(asked, { email })).toMatchObject(ASKED);
  expect(await ask(asked, { email })).toMatchObject(tooMany('email address'));
});

test('a host with many requests of many guests takes more', async () => {
  const asked = await newHost();
  for (let turn = 1; turn <= 60; turn += 1) expect(await ask(asked)).toMatchObject(ASKED);
});

test('many at the same moment, of several hosts, are counted too, and lock no mailbox', async () => {
  const email = newMailbox();
  const from = newNetwork();
  const hosts = await Promise.all(Array.from({ length: 8 }, newHost));
  const answers = await Promise.all(hosts.map((asked) => ask(asked, { email, from })));
  expect(answers.filter(({ http }) => http === 201)).toHaveLength(5);
  expect(answers.filter(({ http }) => http === 429)).toHaveLength(3);
  expect(await ask(await newHost(), { email })).toMatchObject(ASKED);
});

test('a lost answer is repeated, even at the limit', async () => {
  const asked = await newHost();
  const lost = { email: newMailbox(), from: newNetwork(), key: randomUUID(), startsAt: new Date(BASE).toISOString() };
  const first = await ask(asked, lost);
  for (let turn = 2; turn <= 3; turn += 1) expect(await ask(asked, { email: lost.email })).toMatchObject(ASKED);
  expect(await ask(asked, { email: lost.email })).toMatchObject({ http: 429 });
  expect(await ask(asked, { ...lost, from: newNetwork() })).toMatchObject({ http: 201, id: first.id });
});
