import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const host = await signUp(api.base);
const { id } = await host.offer('phone', {});

interface Refused {
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

/** What a field that is set so is answered. */
async function refusalOf(field: string, value: unknown): Promise<string> {
  const answer = await host.request('PATCH', `/api/v1/event-types/${id}`, { [field]: value });
  expect(answer.status).toBe(422);
  const { errors } = (await answer.json()) as Refused;
  expect(errors.map(({ pointer }) => pointer)).toEqual([`/${field}`]);
  return errors[0]?.detail ?? '';
}

test.each([
  'http://example.com',
  'javascript:alert(1)',
  '//example.com',
  '/booking',
  '',
  'https://ann:secret@example.com',
  `https://example.com/${'x'.repeat(500)}`,
])('guests are not led to “%s”', async (address) => {
  expect(await refusalOf('redirectUrl', address)).toMatch(/begins with https|At most/);
});

test.each(['confirmationLine', 'followUpLine'])('%s is one line that leads nowhere else', async (field) => {
  for (const line of ['Pay at www.evil.example', 'Pay at https://evil', 'a@evil', 'Call +1 (800) 555-0199'])
    expect(await refusalOf(field, line)).toBe('Leave out addresses, links and phone numbers.');
  for (const line of ['Two\nlines', 'x'.repeat(201)]) await refusalOf(field, line);
});

test.each([0, 43_201, 1.5])('no follow-up comes %s minutes after the end', async (minutes) => {
  expect(await refusalOf('followUpMinutes', minutes)).not.toBe('');
});

test('a copy of an event type keeps all of it', async () => {
  const after = {
    thankYou: 'See you!',
    redirectUrl: 'https://www.example.com/thanks',
    redirectPassesDetails: true,
    confirmationLine: 'Ring twice.',
    followUpMinutes: 60,
    followUpLine: 'Thanks!',
  };
  await host.json('PATCH', `/api/v1/event-types/${id}`, after);
  expect(await host.json('POST', `/api/v1/event-types/${id}/duplicate`, {})).toMatchObject(after);
});
