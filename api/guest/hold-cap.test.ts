import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { GuestBooking } from './schema.ts';

const api = await startApi({ environment: { RATE_LIMIT_SCALE: '1' } });

test('many asked for at the same moment, of several hosts, are counted too', async () => {
  const { email, name, ...guest } = newGuest(api.base);
  const hosts = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const host = await signUp(api.base, { name: 'Robin Host' });
      await host.alwaysOpen();
      return { host, asking: await host.offer('phone', { requiresConfirmation: true }) };
    }),
  );
  const startsAt = new Date(Math.ceil(Date.now() / 3_600_000 + 24) * 3_600_000).toISOString();
  const asked = hosts.map(async ({ host, asking }) => {
    const path = `/api/v1/public/${host.handle}/${asking.slug}/bookings`;
    const answer = await guest.request('POST', path, { startsAt, guest: { name, email, timeZone: 'UTC' } });
    await answer.body?.cancel();
    return answer.status;
  });
  const statuses = await Promise.all(asked);
  expect(statuses.filter((status) => status === 201)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(3);
});

test('nobody holds many times at once, but an answer that was lost is told again', async () => {
  const host = await signUp(api.base, { name: 'Robin Host' });
  await host.alwaysOpen();
  const asking = await host.offer('phone', { requiresConfirmation: true });
  const { email, name, ...guest } = newGuest(api.base);
  const path = `/api/v1/public/${host.handle}/${asking.slug}/bookings`;
  const ask = async (hours: number, key = randomUUID()) => {
    const startsAt = new Date(Math.ceil(Date.now() / 3_600_000 + 24 + hours) * 3_600_000).toISOString();
    const body = { startsAt, guest: { name, email, timeZone: 'UTC' } };
    const answer = await guest.request('POST', path, body, { 'Idempotency-Key': key });
    const { id, code } = (await answer.json()) as GuestBooking & { code?: string };
    return { http: answer.status, id, code };
  };
  const key = randomUUID();
  const first = await ask(0, key);
  for (const hours of [1, 2, 3, 4]) expect(await ask(hours)).toMatchObject({ http: 201 });
  expect(await ask(5)).toMatchObject({ http: 429, code: 'rate_limited' });
  expect(await ask(0, key)).toMatchObject({ http: 201, id: first.id });
});
