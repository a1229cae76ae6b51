import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { says } from '#messages/says.ts';
import { formIn, sendForm } from '#test/fixtures/forms.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin Host' });
await host.alwaysOpen();
const WHY = { requiresReason: true };
const type = await host.offer('phone', WHY);
const asking = await host.offer('phone', { ...WHY, requiresConfirmation: true });
const guest = newGuest(api.base);

let hours = 0;
/** A slot that no other test of this file uses. */
const free = () =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + 5 * 86_400_000 + (hours += 1) * 3_600_000).toISOString();
const book = ({ slug } = type) => guest.book({ handle: host.handle, slug }, free());

const send = (token: string, verb: 'reschedule' | 'cancel', body: object = {}) =>
  guest.request('POST', `/api/v1/public/bookings/${token}/${verb}`, body);
const { text: detail, says: code } = says('said.reason_needed');
const NEEDED = [422, [{ pointer: '/reason', detail, says: code }]];
async function refusalOf(...asked: Parameters<typeof send>) {
  const answer = await send(...asked);
  return [answer.status, ((await answer.json()) as { errors?: object[] }).errors];
}

test('a guest who has to say why is refused without a reason, also one of spaces, and may give it', async () => {
  const { id, token, requiresReason } = await book();
  expect(requiresReason).toBe(true);
  expect(await refusalOf(token, 'reschedule', { startsAt: free() })).toEqual(NEEDED);
  expect(await refusalOf(token, 'cancel', { reason: ' \n ' })).toEqual(NEEDED);
  const startsAt = free();
  const moved = await send(token, 'reschedule', { startsAt, reason: 'A train is late.' });
  expect(await moved.json()).toMatchObject({ startsAt, hostNote: null });
  expect(await host.booking(id)).toMatchObject({ reason: 'A train is late.', reasonBy: 'guest' });
  expect((await send(token, 'cancel', { reason: 'No train at all.' })).status).toBe(200);
  expect(await host.booking(id)).toMatchObject({ status: 'cancelled', reason: 'No train at all.', reasonBy: 'guest' });
});

test('the host need not say why, nor a guest whom the host asks for another time, nor one who asks to be forgotten', async () => {
  const [byHost, asked, forgotten] = [await book(), await book(), await book()];
  await host.json('POST', `/api/v1/bookings/${byHost.id}/cancel`, {});
  await host.json('POST', `/api/v1/bookings/${asked.id}/ask-to-reschedule`, {});
  expect((await send(asked.token, 'reschedule', { startsAt: free() })).status).toBe(200);
  await guest.json('POST', `/api/v1/public/bookings/${forgotten.token}/erase`);
  expect(await host.booking(forgotten.id)).toMatchObject({ status: 'cancelled', reason: null });
});

test('the host reads why another time is asked for; taking the request back needs no reason', async () => {
  const { id, token, startsAt } = await book(asking);
  await host.json('POST', `/api/v1/bookings/${id}/confirm`, {});
  expect(await refusalOf(token, 'reschedule', { startsAt: free() })).toEqual(NEEDED);
  expect((await send(token, 'reschedule', { startsAt: free(), reason: 'A clash.' })).status).toBe(200);
  expect(await host.booking(id)).toMatchObject({ reason: 'A clash.', reasonBy: 'guest' });
  expect((await send(token, 'reschedule', { startsAt })).status).toBe(200);
});

test('a booking keeps the rule it was booked with', async () => {
  const own = await host.offer('phone', WHY);
  const { token } = await book(own);
  await host.json('PATCH', `/api/v1/event-types/${own.id}`, { requiresReason: false });
  expect(await refusalOf(token, 'cancel')).toEqual(NEEDED);
  expect((await send((await book(own)).token, 'cancel')).status).toBe(200);
});

test.each(['cancel', 'reschedule'] as const)(
  'without scripts: %s asks for the reason and says where it lacks',
  async (verb) => {
    const { id, token } = await book();
    const address = `/booking/${token}`;
    const query = new URLSearchParams({ action: verb, slot: free() });
    const page = await (await guest.request('GET', `${address}?${query}`)).text();
    expect(page).toMatch(/<textarea[^>]* name="reason"[^>]* required=""/);
    const form = formIn(page, `${address}/${verb}`);
    const refused = await sendForm(api.base, form);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Please tell your host why.');
    expect((await sendForm(api.base, form, { reason: 'Ill.' })).status).toBe(303);
    expect(await host.booking(id)).toMatchObject({ reason: 'Ill.', reasonBy: 'guest' });
  },
);
