import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { AuthAccount, Session } from '#db/entities/auth.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { createWebhook } from '#commands/webhooks/webhooks.ts';
import { exportGuest } from './export-guest.ts';
import { exportHost } from './export-host.ts';
import { sealMail } from '#commands/bookings/mail-content.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import { Booking } from '#db/entities/booking.ts';
import { says } from '#messages/says.ts';

const deps = await openInstallation();
const GUEST = { name: 'Zora Canary', email: 'zora@example.org', timeZone: 'Europe/Berlin' };

test('a guest gets what is stored of the booking, its story and the mails to them', async () => {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, {
    questions: [{ id: 'topic', label: 'Topic', kind: 'text', required: true }],
  });
  const id = await bookTime(deps, type, at(0), { guest: GUEST, answers: { topic: 'Prices' } });
  const em = deps.orm.em.fork();
  const booking = await em.findOneOrFail(Booking, { id });
  const sentence = says('said.link.daily_limit');
  recordEvent(em, booking, { at: new Date(), actor: 'provider', kind: 'conference_refused', sentence });
  await em.flush();

  for (const { id: mail, recipient } of await em.find(EmailDelivery, { booking: id }))
    await em.execute('update email_deliveries set content = ? where id = ?', [
      sealMail(deps.config, mail, { from: 'a@example.com', to: 'b@example.com', source: `To the ${recipient}` }),
      mail,
    ]);

  const data = JSON.parse(JSON.stringify(await exportGuest(deps, { bookingId: id })));
  expect(data.booking).toMatchObject({
    id,
    status: 'confirmed',
    startsAt: at(0).toISOString(),
    guestName: GUEST.name,
    guestEmail: GUEST.email,
    guestTimeZone: GUEST.timeZone,
    answers: [{ questionId: 'topic', label: 'Topic', value: 'Prices' }],
    meetings: [],
  });
  expect(data.timeline).toEqual([expect.objectContaining({ actor: 'guest', kind: 'booked' })]);
  const mail = { kind: 'confirmed', recipient: 'guest', state: 'queued', underWay: 'To the guest' };
  expect(data.mails).toEqual([expect.objectContaining(mail)]);
  const { mails } = await exportHost(deps, { hostId: host.id });
  expect(mails.filter((row) => 'underWay' in row)).toEqual([expect.objectContaining({ underWay: 'To the host' })]);
  expect(JSON.stringify(data)).not.toContain(host.email);
  expect(JSON.stringify(data)).not.toContain(sentence.text);
});

test('a host gets everything of theirs, no secret, and nothing of another host', async () => {
  const [host, other] = [await makeHost(deps), await makeHost(deps)];
  const secret = `canary-${randomBytes(8).toString('hex')}`;
  for (const { id } of [host, other]) {
    const em = deps.orm.em.fork();
    const soon = new Date(Date.now() + 3_600_000);
    em.create(Session, {
      id: randomUUIDv7(),
      user: id,
      token: `${secret}-${id}`,
      expiresAt: soon,
      userAgent: 'Firefox',
    });
    em.create(AuthAccount, {
      id: randomUUIDv7(),
      user: id,
      accountId: id,
      providerId: 'credential',
      password: `${secret}-hash`,
    });
    await em.flush();
    await makeConnection(deps, { id }, { grant: { accessToken: secret, refreshToken: secret } });
    const type = await makeEventType(deps, { id });
    const url = 'https://crm.example.com/';
    await createWebhook(deps, { hostId: id, url, events: ['booking.confirmed'] });
    await bookTime(deps, type, at(0), { guest: GUEST });
    await bookTime(deps, type, at(60));
  }
  const text = JSON.stringify(await exportHost(deps, { hostId: host.id }));
  const data = JSON.parse(text);
  expect(data.account).toMatchObject({ email: host.email, sessions: [{ userAgent: 'Firefox' }] });
  expect(data.account.logins).toEqual([expect.objectContaining({ providerId: 'credential' })]);
  expect(data.schedules).toHaveLength(1);
  expect(data.eventTypes).toHaveLength(1);
  expect(data.bookings).toHaveLength(2);
  expect(data.bookings[0]).toMatchObject({ guestEmail: GUEST.email, timeline: [{ kind: 'booked' }], meetings: [] });
  expect(data.connections).toEqual([expect.objectContaining({ provider: 'zoom', state: 'connected' })]);
  expect(data.mails).toHaveLength(4);
  expect(data.webhooks).toEqual([
    expect.objectContaining({ url: 'https://crm.example.com/', deliveries: [expect.anything(), expect.anything()] }),
  ]);
  expect(data.webhooks[0]).not.toHaveProperty('secret');
  expect(data.webhooks[0]).not.toHaveProperty('formerSecret');
  expect(text).not.toContain(secret);
  expect(text).not.toContain(other.id);
});
