import { expect, test } from 'vitest';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { readMail } from '#test/fixtures/mime.ts';
import { openWorkshop, plan, shift } from '#test/fixtures/workshop.ts';
import { sendMails } from './send-mails.ts';

/** Twenty mails a day with a host's own line. */
const deps = await openWorkshop({ environment: { RATE_LIMIT_SCALE: '0.1' } });
const LINE = 'Bring your last invoice.';

const lines = { confirmationLine: LINE, followUpLine: 'It was a pleasure.', followUpMinutes: 60 };

/** An event type with both lines, and what is booked of it. */
async function offered() {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, lines);
  return async (minutes = 0, more: Parameters<typeof bookTime>[3] = {}) => {
    deps.mailroom.taken.length = 0;
    const id = await bookTime(deps, type, at(minutes), more);
    await sendMails(deps, id);
    return id;
  };
}

/** The plain texts of what was sent to addresses that end so. */
const textsTo = (end: string) =>
  deps.mailroom.taken.filter(({ to }) => to.endsWith(end)).map(({ source }) => readMail(source).text);

test('the guest’s confirmation and follow-up carry the host’s line, said to be the host’s; no other mail does', async () => {
  const book = await offered();
  const guests = [{ email: 'bo@friends.example' }];
  const id = await book(0, { guests });
  expect(textsTo('@example.org').join()).toContain(`Note from Robin Host: ${LINE}`);
  for (const text of [...textsTo('@example.com'), ...textsTo('@friends.example')]) expect(text).not.toContain(LINE);
  expect(deps.mailroom.taken).toHaveLength(3);

  deps.mailroom.taken.length = 0;
  await shift(deps, id, -91);
  await plan(deps, id);
  await sendMails(deps, id);
  const [followUp = '', ...others] = textsTo('');
  expect(others).toEqual([]);
  expect(followUp).toContain('Thank you for meeting with Robin Host');
  expect(followUp).toContain('Note from Robin Host: It was a pleasure.');
  expect(followUp).toMatch(/Book another time:\nhttp\S+\/host-\w+\/type-\w+/);
});

test('no line of a host whose address is not proven, and none to an address that the host typed', async () => {
  const book = await offered();
  await book(0, { by: 'host' });
  expect(textsTo('@example.org')).toHaveLength(1);
  expect(textsTo('@example.org').join()).not.toContain(LINE);
  const type = await makeEventType(deps, await makeHost(deps), lines);
  const id = await bookTime(deps, type, at(0));
  // Only hosts with a proven address can be booked; this one has changed it since.
  await deps.orm.em.fork().execute('update users set email_verified = false where id = ?', [type.host]);
  deps.mailroom.taken.length = 0;
  await sendMails(deps, id);
  expect(textsTo('@example.org')).toHaveLength(1);
  expect(textsTo('@example.org').join()).not.toContain(LINE);
});

test('after so many mails a day the others go without it', async () => {
  const book = await offered();
  const carried: boolean[] = [];
  for (let index = 0; index < 21; index += 1) {
    await book(30 * index);
    carried.push(textsTo('@example.org').join().includes(LINE));
  }
  expect(carried).toEqual([...Array.from({ length: 20 }, () => true), false]);
});
