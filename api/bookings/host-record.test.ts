import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { HostBooking } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin Host' });
await host.alwaysOpen();
const QUESTIONS = [
  { id: 'site', label: 'Your site', kind: 'text', required: false },
  { id: 'new', label: 'New here', kind: 'checkbox', required: false },
];
const { slug } = await host.offer('phone', { questions: QUESTIONS, slotIntervalMinutes: 30 });
const guest = newGuest(api.base, { name: 'Sam Guest' });

let hours = 48;
const nextFree = () =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + (hours += 1) * 3_600_000).toISOString();
const book = (answers?: object) => guest.book({ handle: host.handle, slug }, nextFree(), { ...answers });
const put = (id: string, what: string, body: object) =>
  host.json<HostBooking>('PUT', `/api/v1/bookings/${id}/${what}`, body);
const move = (id: string, body: object) => host.json<HostBooking>('POST', `/api/v1/bookings/${id}/reschedule`, body);
const sql = (statement: string, parameters: readonly string[]) => api.orm.em.fork().execute(statement, [...parameters]);
const begin = (id: string) => sql(`update bookings set starts_at = now() - interval '5 minutes' where id = ?`, [id]);
const pageOf = async (token: string) => (await guest.request('GET', `/booking/${token}`)).text();

async function codeOf(id: string, what: string, body: object) {
  const answer = await host.request('PUT', `/api/v1/bookings/${id}/${what}`, body);
  return [answer.status, ((await answer.json()) as { code?: string }).code];
}

test('guests see what they answered; web addresses in it are links, and nothing else is', async () => {
  const { token } = await book({ site: 'https://sam.example/a?b=1&c=<b>. Or javascript:alert(1)', new: true });
  expect((await guest.read(token)).guest.answers).toMatchObject([
    { questionId: 'site', label: 'Your site' },
    { label: 'New here', value: true },
  ]);
  const page = await pageOf(token);
  expect(page).toContain(
    '<a href="https://sam.example/a?b=1&amp;c=" target="_blank" rel="noopener noreferrer nofollow ugc">',
  );
  expect(page).not.toContain('href="javascript');
});

test('why a host moves a booking stands on the guest’s page, until the next move', async () => {
  const { id, token } = await book();
  const moved = await move(id, { startsAt: nextFree(), reason: 'My train is late.' });
  expect(moved).toMatchObject({ reason: 'My train is late.', reasonBy: 'host' });
  expect(await guest.read(token)).toMatchObject({ hostNote: 'My train is late.' });
  expect(await pageOf(token)).toContain('My train is late.');
  expect(await guest.reschedule(token, nextFree())).toMatchObject({ hostNote: null });
  expect(await host.booking(id)).toMatchObject({ reason: null, reasonBy: null });
});

test('what a guest says when cancelling is no note of the host', async () => {
  const { id, token } = await book();
  expect(await guest.cancel(token, 'I am ill.')).toMatchObject({ hostNote: null });
  expect(await host.booking(id)).toMatchObject({ reason: 'I am ill.', reasonBy: 'guest' });
});

test('a no-show is marked and taken back once the meeting has begun, each told once in the activity', async () => {
  const { id, token } = await book();
  expect(await codeOf(id, 'no-show', { noShow: true })).toEqual([409, 'invalid_transition']);
  await begin(id);
  for (const noShow of [true, true, false, true])
    expect(await put(id, 'no-show', { noShow })).toMatchObject({ noShow });
  await sql(`update bookings set status = 'completed', ends_at = now() - interval '1 minute' where id = ?`, [id]);
  const { timeline, noShow, revision } = await put(id, 'no-show', { noShow: false });
  expect([noShow, revision]).toEqual([false, 1]);
  expect(timeline.map(({ kind }) => kind)).toEqual([
    'booked',
    'no_show',
    'no_show_undone',
    'no_show',
    'no_show_undone',
  ]);
  expect(await pageOf(token)).not.toContain('no-show');
});

test('a cancelled booking has no no-show', async () => {
  const { id, token } = await book();
  await guest.cancel(token);
  await begin(id);
  expect(await codeOf(id, 'no-show', { noShow: true })).toEqual([409, 'invalid_transition']);
});

test('notes are the host’s alone: in the host’s export, not in the guest’s', async () => {
  const { id, token } = await book();
  expect(await put(id, 'notes', { notes: '  Wants 20 seats.\nhttps://crm.example/7 ' })).toMatchObject({
    notes: 'Wants 20 seats.\nhttps://crm.example/7',
    revision: 1,
  });
  expect(await codeOf(id, 'notes', { notes: 'x'.repeat(5_001) })).toEqual([422, 'validation_failed']);
  expect(JSON.stringify(await guest.read(token))).not.toContain('20 seats');
  expect(await pageOf(token)).not.toContain('20 seats');
  expect(JSON.stringify(await guest.json('POST', `/api/v1/public/bookings/${token}/export`))).not.toContain('20 seats');
  expect(JSON.stringify(await host.json('POST', '/api/v1/me/export'))).toContain('20 seats');
});

test('mails that went to the guest stand in the activity, those to the host do not', async () => {
  const { id } = await book();
  await sql(`update email_deliveries set state = 'sent', sent_at = now() where booking_id = ?`, [id]);
  const { timeline } = await host.booking(id);
  expect(timeline.map(({ actor, kind, text }) => [actor, kind, text])).toEqual([
    ['guest', 'booked', 'Booked this time.'],
    ['system', 'mail_sent', 'Confirmation emailed to the guest.'],
  ]);
});
