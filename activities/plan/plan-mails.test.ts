import { expect, test } from 'vitest';
import { bookingsAtZoom } from '#test/fixtures/bookings-at-zoom.ts';
import { makeLive, openWorkshop, plan } from '#test/fixtures/workshop.ts';

const deps = await openWorkshop();
const { booked, meetingsOf, meetingOf, change } = bookingsAtZoom(deps);

test('never connected: no meeting, the mails go at once, the host hears why', async () => {
  const { id } = await booked({ connected: false });
  expect(await plan(deps, id)).toMatchObject({ conference: null, mailsDue: true, conferenceStatus: 'unavailable' });
  expect(await meetingsOf(id)).toEqual([]);
});

test('the first confirmation waits for a link on its way, and goes as soon as there is one', async () => {
  const { id } = await booked();
  const waiting = await plan(deps, id);
  expect(waiting).toMatchObject({
    mailsDue: false,
    next: expect.stringMatching(/^mail: \w+ → (guest|host)$/),
    conferenceStatus: 'pending',
  });
  expect(waiting.wakeInMs).toBeLessThanOrEqual(deps.config.LINK_WAIT_MS);
  await makeLive(deps, id);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: true, conferenceStatus: 'ready', conference: null });
});

test('or as soon as it is known that there will be none', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const { id: meeting } = await meetingOf(id);
  await change(meeting, `problem = '{"code":"no_license","text":"The account may not."}'`);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: true, conferenceStatus: 'failed', conference: null });
});

test('after a minute at the latest it goes without', async () => {
  const { id } = await booked();
  await plan(deps, id);
  await deps.orm.em.fork().execute(`update email_deliveries set due_at = now() where booking_id = ?`, [id]);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: true, conference: { action: 'createMeeting' } });
});
