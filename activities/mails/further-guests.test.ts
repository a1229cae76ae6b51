import { beforeEach, expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { guestToken } from '#commands/bookings/guest-token.ts';
import { leaveBooking } from '#commands/bookings/leave-booking.ts';
import { removeFurtherGuest } from '#commands/bookings/remove-further-guest.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { unsubscribeReminders } from '#commands/bookings/unsubscribe-reminders.ts';
import { eraseGuest } from '#commands/privacy/erase-guest.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { FurtherGuest } from '#db/entities/further-guest.ts';
import { MailRefused } from '#mail/transport.ts';
import { at, bookTime, readBooking } from '#test/fixtures/bookings.ts';
import { findInDatabase } from '#test/fixtures/dump.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { readMail } from '#test/fixtures/mime.ts';
import { makeLive, openWorkshop, passMinutes, plan } from '#test/fixtures/workshop.ts';
import { sendMails } from './send-mails.ts';

const deps = await openWorkshop();
beforeEach(() => deps.orm.em.fork().execute('truncate users cascade'));
const [BO, CARL] = ['bo@friends.example', 'carl@friends.example'];

async function booked(changes: Parameters<typeof makeEventType>[2] = {}) {
  deps.mailroom.taken.length = 0;
  deps.mailroom.says = 'yes';
  const host = await makeHost(deps);
  await makeConnection(deps, host);
  const type = await makeEventType(deps, host, changes);
  const guests = [{ email: BO, name: 'Bo Lind' }, { email: CARL }];
  const guest = { name: 'Ann Lee', email: 'ann@example.org', timeZone: 'UTC' };
  const id = await bookTime(deps, type, at(0), { guest, guests });
  return { host, id };
}

/** Plans and sends what is due, some minutes later. */
async function send(id: string): Promise<void> {
  await plan(deps, id);
  await passMinutes(deps, id, 2);
  await sendMails(deps, id);
  await plan(deps, id);
}

const mailsTo = (address: string) =>
  deps.mailroom.taken.filter(({ to }) => to === address).map(({ source }) => readMail(source));

/** Of each mail to an address: what begins its subject or ends it, and its calendar file's method and number. */
const filesTo = (address: string) =>
  mailsTo(address).map(({ calendars }) => {
    const file = calendars[0]?.bytes.toString() ?? '';
    return `${/^METHOD:(\w+)/m.exec(file)?.[1] ?? 'no file'} ${/^SEQUENCE:(\d+)/m.exec(file)?.[1] ?? ''}`.trim();
  });

const reminders = (address: string) =>
  mailsTo(address).filter(({ headers }) => headers.get('subject')?.startsWith('Reminder'));

const guestAt = (id: string, email: string) => deps.orm.em.fork().findOneOrFail(FurtherGuest, { booking: id, email });

test('each further guest gets the calendar entry, its changes and its end, and no link that changes the booking', async () => {
  const { id, host } = await booked({ location: { kind: 'zoom' } });
  await send(id);
  await makeLive(deps, id);
  await send(id);
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await send(id);
  await cancelBooking(deps, { bookingId: id, actor: 'host' });
  await send(id);
  for (const address of [BO, CARL])
    expect(filesTo(address)).toEqual(['REQUEST 0', 'REQUEST 1', 'REQUEST 2', 'CANCEL 3']);
  expect(filesTo('ann@example.org')).toEqual(filesTo(BO));
  const token = guestToken(deps.config, await readBooking(deps, id));
  for (const { text, headers, calendars } of mailsTo(BO)) {
    const file = calendars[0]?.bytes.toString().replaceAll('\r\n ', '') ?? '';
    expect(file).toContain(`mailto:${BO}`);
    for (const part of [text, file]) expect(part).not.toMatch(/Reschedule|ann@example|carl@friends/);
    expect(`${text}${file}`).not.toContain(token);
    expect(headers.get('list-unsubscribe')).toMatch(/\/api\/v1\/public\/guests\/[^/]+\/leave>$/);
    expect(headers.get('to')).toContain('Bo Lind');
  }
  expect(mailsTo(BO)[0]?.text).toMatch(/Ann Lee added you to “Intro call”/);
  expect(mailsTo(host.email)[0]?.text).toMatch(/Guests:\s+Bo Lind \(bo@friends\.example\)\s+carl@friends\.example/);
});

test('a further guest of a request hears of it once it is confirmed', async () => {
  const { id, host } = await booked({ requiresConfirmation: true });
  await send(id);
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await send(id);
  expect(mailsTo(BO)).toEqual([]);
  await confirmBooking(deps, { bookingId: id, hostId: host.id });
  await send(id);
  expect(filesTo(BO)).toEqual(filesTo('ann@example.org').slice(-1));
});

test('who heard nothing is not told of an end', async () => {
  const { id } = await booked({ requiresConfirmation: true });
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await send(id);
  expect([mailsTo('ann@example.org').length, mailsTo(BO).length]).toEqual([1, 0]);
});

test('who is removed is told, loses the entry and is forgotten; the others know nothing of it', async () => {
  const { id, host } = await booked();
  await send(id);
  const bo = await guestAt(id, BO);
  const remove = () => removeFurtherGuest(deps, { bookingId: id, hostId: host.id, guestId: bo.id });
  await remove();
  await remove();
  await send(id);
  expect(filesTo(BO)).toEqual(['REQUEST 0', 'CANCEL 1']);
  expect(mailsTo(BO).at(-1)?.text).toMatch(/removed you from “Intro call”/);
  expect([filesTo(CARL), filesTo('ann@example.org')]).toEqual([['REQUEST 0'], ['REQUEST 0']]);
  expect(await findInDatabase(deps, ['bo@friends'])).toEqual([]);
  await rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(60) });
  await send(id);
  expect([filesTo(BO).length, filesTo(CARL)]).toEqual([2, ['REQUEST 0', 'REQUEST 2']]);
});

test('who is removed before the first mail hears nothing', async () => {
  const { id, host } = await booked();
  const { id: guestId } = await guestAt(id, BO);
  await removeFurtherGuest(deps, { bookingId: id, hostId: host.id, guestId });
  await send(id);
  expect([mailsTo(BO).length, mailsTo(CARL).length]).toEqual([0, 1]);
  expect(await findInDatabase(deps, ['bo@friends'])).toEqual([]);
});

test('who leaves while a mail to them is under way gets no other', async () => {
  const { id } = await booked();
  deps.mailroom.says = 'nothing';
  await send(id);
  await leaveBooking(deps, await guestAt(id, BO));
  deps.mailroom.says = 'yes';
  await passMinutes(deps, id, 60);
  await send(id);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await send(id);
  expect([mailsTo(BO).length, mailsTo(CARL).length]).toEqual([1, 3]);
  expect(await findInDatabase(deps, ['bo@friends'])).toEqual([]);
});

test('reminders reach further guests also where the guest wants none', async () => {
  const { id } = await booked({ reminderMinutes: [60] });
  await send(id);
  await unsubscribeReminders(deps, { bookingId: id });
  await deps.orm.em
    .fork()
    .execute(
      `update bookings set starts_at = now() + interval '50 minutes', ends_at = now() + interval '80 minutes', scheduled_at = now() - interval '1 day' where id = ?`,
      [id],
    );
  await send(id);
  expect([BO, CARL, 'ann@example.org'].map((address) => reminders(address).length)).toEqual([1, 1, 0]);
});

test('further guests are erased with the booking’s guest, once they were told', async () => {
  const { id } = await booked();
  await send(id);
  await eraseGuest(deps, { bookingId: id });
  await send(id);
  expect(filesTo(BO)).toEqual(['REQUEST 0', 'CANCEL 1']);
  expect(await findInDatabase(deps, ['friends.example'])).toEqual([]);
});

test('a mailbox that refuses one of them keeps no mail from the others, and the host sees it', async () => {
  const { id } = await booked();
  const mail: typeof deps.mail = {
    ...deps.mail,
    handOver: (written) => (written.to === BO ? Promise.reject(new MailRefused(550)) : deps.mail.handOver(written)),
  };
  await plan(deps, id);
  await sendMails({ ...deps, mail }, id);
  const em = deps.orm.em.fork();
  const { id: about } = await guestAt(id, BO);
  expect(await em.findOne(EmailDelivery, { about })).toMatchObject({ state: 'refused' });
  expect(await em.findOne(BookingEvent, { booking: id, kind: 'mail_refused' })).toMatchObject({
    text: 'The mail to a further guest was rejected by the mail server.',
  });
  expect(mailsTo(CARL)).toHaveLength(1);
});
