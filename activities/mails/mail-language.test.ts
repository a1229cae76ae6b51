import { expect, test } from 'vitest';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { readMail } from '#test/fixtures/mime.ts';
import { openWorkshop, passMinutes } from '#test/fixtures/workshop.ts';
import { sendMails } from './send-mails.ts';

const deps = await openWorkshop();
const [ANN, BO] = ['ann@example.org', 'bo@example.org'];

/** What is mailed now to each address: heading and what the calendar file says below the event. */
async function mailed(bookingId: string) {
  deps.mailroom.taken.length = 0;
  await sendMails(deps, bookingId);
  return deps.mailroom.taken.map(({ to, source }) => {
    const { text, calendars } = readMail(source);
    const file = calendars[0]?.bytes.toString().replaceAll('\r\n ', '') ?? '';
    return { to, heading: text.split('\n')[0], description: /^DESCRIPTION:.*$/m.exec(file)?.[0] ?? '' };
  });
}

test('mails are in the language of the page that was booked on, for further guests too, and in the host’s own', async () => {
  const host = await makeHost(deps, { locale: 'de-AT', name: 'Dana Demo' });
  const guest = { name: 'Ann Lee', email: ANN, timeZone: 'UTC', locale: 'ja' };
  const type = await makeEventType(deps, host, { location: { kind: 'in_person', value: 'Main Street 1' } });
  const bookingId = await bookTime(deps, type, at(0), { guest, guests: [{ email: BO }] });

  const first = await mailed(bookingId);
  const heading = 'Dana Demoさんとのミーティングが決まりました';
  expect(first).toContainEqual({ to: ANN, heading, description: expect.stringContaining('日程の変更・キャンセル：') });
  expect(first).toContainEqual({ to: BO, heading, description: expect.any(String) });
  expect(first).toContainEqual(expect.objectContaining({ to: host.email, heading: 'Ihr Meeting mit Ann Lee' }));

  await rescheduleBooking(deps, { bookingId, actor: 'guest', startsAt: at(60), timeZone: 'UTC', locale: 'fr-CA' });
  await passMinutes(deps, bookingId, 2);
  const second = await mailed(bookingId);
  expect(second.find(({ to }) => to === ANN)?.heading).toMatch(/^Votre rendez-vous avec Dana Demo a été déplacé/);
});
