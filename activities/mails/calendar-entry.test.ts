import { expect, test } from 'vitest';
import { numberCalendarFile } from '#commands/bookings/calendar-entry.ts';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { resendBooking } from '#commands/bookings/resend-booking.ts';
import { setBookingLink } from '#commands/bookings/set-booking-link.ts';
import { createTeamsProvider } from '#providers/teams/index.ts';
import { createZoomProvider } from '#providers/zoom/index.ts';
import { at, bookTime, mailsOf } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { readMail } from '#test/fixtures/mime.ts';
import { makeLive, openWorkshop, passMinutes, plan } from '#test/fixtures/workshop.ts';
import { sendMails } from './send-mails.ts';

const deps = await openWorkshop({
  providers: [createZoomProvider, createTeamsProvider],
  environment: { TEAMS_CLIENT_ID: 'client', TEAMS_CLIENT_SECRET: 'secret' },
});

async function stands(kind: 'zoom' | 'teams' = 'zoom') {
  deps.mailroom.taken.length = 0;
  const host = await makeHost(deps);
  await makeConnection(deps, host, { provider: kind });
  const id = await bookTime(deps, await makeEventType(deps, host, { location: { kind } }), at(0));
  const sql = (text: string) => deps.orm.em.fork().execute(text, [id]);
  /** Plans and sends what is due, some minutes later. */
  const send = async () => {
    await plan(deps, id);
    await passMinutes(deps, id, 2);
    await sendMails(deps, id);
  };
  /** As if the host had deleted the meeting at the provider. */
  const remove = async () => {
    await sql(`update conferences set state = 'removed_by_host' where booking_id = ?`);
    await sql('update bookings set link_wanted = false where id = ?');
  };
  return { host, id, sql, send, remove };
}

/** Of each calendar file sent to a reader: its method and number. */
function filesTo(reader: 'guest' | 'host'): string[] {
  const mine = deps.mailroom.taken.filter(({ to }) =>
    to.endsWith(reader === 'guest' ? '@example.org' : '@example.com'),
  );
  return mine.map(({ source }) => {
    const file = readMail(source).calendars[0]?.bytes.toString() ?? '';
    return `${/^METHOD:(\w+)/m.exec(file)?.[1] ?? 'no file'} ${/^SEQUENCE:(\d+)/m.exec(file)?.[1] ?? ''}`.trim();
  });
}

test('every change of what a calendar entry says raises the number of the file', async () => {
  const { host, id, sql, send, remove } = await stands();
  const again = async () => {
    await resendBooking(deps, { bookingId: id, hostId: host.id });
    await send();
  };
  await send();
  await makeLive(deps, id);
  await send();
  expect(filesTo('guest')).toEqual(['REQUEST 0', 'REQUEST 1']);
  await again();
  await sql(`update users set name = 'Another' where id = (select host_id from bookings where id = ?)`);
  await again();
  await remove();
  await again();
  await setBookingLink(deps, { bookingId: id, hostId: host.id, url: 'https://meet.example.com/mine' });
  await send();
  await setBookingLink(deps, { bookingId: id, hostId: host.id, url: 'https://meet.example.com/other' });
  await send();
  await sql(`update bookings set title = 'Another title' where id = ?`);
  await again();
  const numbers = [1, 2, 3, 4, 5, 6].map((number) => `REQUEST ${number}`);
  expect(filesTo('guest').slice(2)).toEqual(numbers);
  expect(filesTo('host').slice(2)).toEqual(numbers);
});

test('a link stored while the confirmation without it is at the mail server comes in a newer file', async () => {
  const { id, send } = await stands();
  deps.mailroom.says = 'nothing';
  await send();
  await makeLive(deps, id);
  deps.mailroom.says = 'yes';
  await send();
  await send();
  expect(filesTo('guest')).toEqual(['REQUEST 0', 'REQUEST 0', 'REQUEST 1']);
});

test('a file that the guest downloaded between two mails has a number of its own', async () => {
  const { id, send } = await stands();
  await send();
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  const { sequence: downloaded } = await numberCalendarFile(deps, { bookingId: id });
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(120) });
  await send();
  expect([downloaded, filesTo('guest')]).toEqual([1, ['REQUEST 0', 'REQUEST 2']]);
});

test('a link that was told, went missing in a mail and is back is told again', async () => {
  const { id, sql, send, remove } = await stands();
  await plan(deps, id);
  await makeLive(deps, id);
  await send();
  await remove();
  await rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(60) });
  await send();
  await sql(`update conferences set state = 'live' where booking_id = ?`);
  await send();
  await send();
  expect((await mailsOf(deps, id)).filter((mail) => mail.includes('guest'))).toEqual([
    'confirmed guest sent',
    'rescheduled guest sent',
    'link_ready guest sent',
  ]);
});

test('changed and changed back before that was told: no mail', async () => {
  const { id, send } = await stands();
  await send();
  for (const minutes of [60, 120, 0])
    await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(minutes) });
  await send();
  expect(filesTo('guest')).toEqual(['REQUEST 0']);
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await send();
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(0) });
  await send();
  expect(filesTo('guest')).toEqual(['REQUEST 0', 'REQUEST 1', 'REQUEST 2']);
});

test('a host who got our entry before Teams made its own keeps getting its changes and its end', async () => {
  const { id, send } = await stands('teams');
  await send();
  await makeLive(deps, id);
  await send();
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await send();
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await send();
  expect(filesTo('host')).toEqual(['REQUEST 0', 'REQUEST 1', 'REQUEST 2', 'CANCEL 3']);
});

test('a host whose calendar entry Teams made gets no second one from us', async () => {
  const { id, send } = await stands('teams');
  await plan(deps, id);
  await makeLive(deps, id);
  await send();
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await send();
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await send();
  expect(filesTo('host')).toEqual(['no file', 'no file', 'no file']);
  expect(filesTo('guest')).toEqual(['REQUEST 0', 'REQUEST 1', 'CANCEL 2']);
});
