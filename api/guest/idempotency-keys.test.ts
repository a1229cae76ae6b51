import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { startApi } from '#test/fixtures/running-api.ts';
import { guestRequests } from '#test/fixtures/guest-requests.ts';

const api = await startApi();
const { guest, nextFree, requestFor, answerTo } = await guestRequests(api.base);

test('a key makes two requests one booking, shown as it is now', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const body = requestFor(nextFree());
  const first = await answerTo(body, key);
  const again = await answerTo(body, key);
  expect([first.http, again]).toEqual([201, first]);
  const moved = await guest.reschedule(first.token, nextFree());
  expect(await answerTo(body, key)).toMatchObject({ http: 201, id: first.id, startsAt: moved.startsAt, revision: 2 });
});

test('a key belongs to one body; a refusal does not use it up', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const taken = nextFree();
  await answerTo(requestFor(taken));
  expect(await answerTo(requestFor(taken), key)).toMatchObject({ http: 409, code: 'slot_taken' });
  expect(await answerTo(requestFor(nextFree()), key)).toMatchObject({ http: 201 });
  expect(await answerTo(requestFor(nextFree()), key)).toMatchObject({ http: 422, code: 'idempotency_mismatch' });
});

test('a key sent twice at once books once', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const body = requestFor(nextFree());
  const answers = await Promise.all(Array.from({ length: 8 }, () => answerTo(body, key)));
  expect(answers.map(({ http }) => http)).toEqual(Array.from({ length: 8 }, () => 201));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

test('a key is 1 to 255 characters', async () => {
  const answer = await answerTo(requestFor(nextFree()), { 'idempotency-key': 'x'.repeat(256) });
  expect(answer).toMatchObject({ http: 422, pointers: ['/Idempotency-Key'] });
});
