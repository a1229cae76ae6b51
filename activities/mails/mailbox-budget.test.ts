import { expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { at, bookTime, mailsOf } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop, passMinutes, plan } from '#test/fixtures/workshop.ts';
import { sendMails } from './send-mails.ts';

/** An unverified address: 4 mails an hour that may wait, after 12 in a day 1 an hour. A verified one: 20 an hour. */
const deps = await openWorkshop({
  // So long that no machine needs it for sixty moves.
  environment: { RATE_LIMIT_SCALE: '0.1', CHANGE_MAIL_GAP_MS: '1200000' },
});

const sentTo = (part: string) => deps.mailroom.taken.filter(({ to }) => to.includes(part)).length;
const toGuest = async (id: string) => (await mailsOf(deps, id)).filter((mail) => mail.includes('guest'));
const sendAll = async (ids: readonly string[]) => {
  for (const id of ids) await sendMails(deps, id);
};
const someMinutesLater = async (ids: readonly string[], minutes: number) => {
  await deps.orm.em.fork().execute('update rate_limits set expire = expire - ?', [minutes * 60_000]);
  for (const id of ids) await passMinutes(deps, id, minutes);
};
const moveAll = async (ids: readonly string[], byMinutes: number) => {
  for (const [index, bookingId] of ids.entries())
    await rescheduleBooking(deps, { bookingId, actor: 'host', startsAt: at(60 * index + byMinutes) });
};

async function page() {
  deps.mailroom.taken.length = 0;
  return makeEventType(deps, await makeHost(deps));
}

/** Books so many times as Ann, at addresses that all lead to her inbox, and sends what is due. */
async function bookAsAnn(type: Awaited<ReturnType<typeof page>>, times: number, inbox: string): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < times; index += 1) {
    const email = index % 2 === 0 ? `${inbox}+${index}@gmail.com` : `${inbox.replace('ann', 'a.n.n')}@googlemail.com`;
    ids.push(await bookTime(deps, type, at(60 * index), { guest: { name: 'Ann', email, timeZone: 'UTC' } }));
  }
  await sendAll(ids);
  return ids;
}

test('sixty moves in a row: each reader hears of the first at once and of the last when the gap between mails is over', async () => {
  const id = await bookTime(deps, await page(), at(0));
  await sendMails(deps, id);
  for (let move = 1; move <= 60; move += 1) {
    await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(5 * move) });
    await sendMails(deps, id);
  }
  expect([sentTo('@example.org'), sentTo('@example.com')]).toEqual([2, 2]);
  await passMinutes(deps, id, 20);
  await sendMails(deps, id);
  expect([sentTo('@example.org'), sentTo('@example.com')]).toEqual([3, 3]);
  const sent = await deps.orm.em.fork().find(EmailDelivery, { booking: id, state: 'sent', toldStartsAt: at(300) });
  expect(sent.map(({ recipient }) => recipient).toSorted()).toEqual(['guest', 'host']);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: false });
});

test('a mailbox gets so many changes an hour, of all bookings; the others wait, and tell how it stands then', async () => {
  const ids = await bookAsAnn(await page(), 7, 'annhour');
  expect([sentTo('@g'), sentTo('@example.com')]).toEqual([7, 7]);
  await moveAll(ids, 5);
  await sendAll(ids);
  expect([sentTo('@g'), sentTo('@example.com')]).toEqual([11, 14]);
  const [moved = '', cancelled = '', kept = ''] = ids.slice(4);
  await rescheduleBooking(deps, { bookingId: moved, actor: 'host', startsAt: at(600) });
  expect(await plan(deps, kept)).toMatchObject({
    mailsDue: false,
    next: expect.stringMatching(/^mail: \w+ → (guest|host)$/),
    done: false,
  });
  await someMinutesLater(ids, 62);
  await sendAll(ids);
  expect(sentTo('@g')).toBe(14);
  expect(await toGuest(moved)).toEqual([
    'confirmed guest sent',
    'rescheduled guest superseded',
    'rescheduled guest sent',
  ]);
  for (const id of [cancelled, kept])
    expect(await toGuest(id)).toEqual(['confirmed guest sent', 'rescheduled guest sent']);
});

test('that a booking stands, or is over, is told at once, however many mails the mailbox has got', async () => {
  const type = await page();
  const ids = await bookAsAnn(type, 7, 'annflood');
  await moveAll(ids, 5);
  await sendAll(ids);
  const held = ids.at(-1) ?? '';
  await cancelBooking(deps, { bookingId: held, actor: 'host' });
  await sendMails(deps, held);
  expect(await toGuest(held)).toEqual(['confirmed guest sent', 'rescheduled guest superseded', 'cancelled guest sent']);
  const guest = { name: 'Ann', email: 'annflood@gmail.com', timeZone: 'UTC' };
  const another = await bookTime(deps, type, at(900), { guest });
  await sendMails(deps, another);
  expect(await toGuest(another)).toEqual(['confirmed guest sent']);
});

test('after so many in a day it gets few an hour, and none of the others is lost', async () => {
  const ids = await bookAsAnn(await page(), 7, 'annday');
  const sent: number[] = [];
  for (const round of [1, 2, 3, 4]) {
    const before = sentTo('@g');
    await moveAll(ids, 5 * round);
    await sendAll(ids);
    sent.push(sentTo('@g') - before);
    await someMinutesLater(ids, 62);
  }
  expect(sent).toEqual([4, 4, 4, 1]);
  await someMinutesLater(ids, 24 * 60);
  for (const _ of [1, 2]) {
    await sendAll(ids);
    await someMinutesLater(ids, 62);
  }
  for (const id of ids) expect((await toGuest(id)).at(-1)).toBe('rescheduled guest sent');
});

test('an account under an address that is no longer verified gets no more than any stranger', async () => {
  const type = await page();
  const ids = await bookAsAnn(type, 7, 'annother');
  await deps.orm.em.fork().execute('update users set email_verified = false where id = ?', [type.host]);
  await moveAll(ids, 5);
  await sendAll(ids);
  expect([sentTo('@g'), sentTo('@example.com')]).toEqual([11, 11]);
  await someMinutesLater(ids, 62);
  await sendAll(ids);
  expect(sentTo('@example.com')).toBe(14);
});

test('a mail server that is down uses up nothing', async () => {
  const ids = await bookAsAnn(await page(), 4, 'anndown');
  await moveAll(ids, 5);
  deps.mailroom.says = 'later';
  for (let round = 0; round < 3; round += 1) {
    await sendAll(ids);
    for (const id of ids) await passMinutes(deps, id, 15);
  }
  deps.mailroom.says = 'yes';
  await sendAll(ids);
  expect(sentTo('@g')).toBe(8);
});
