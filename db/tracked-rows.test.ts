import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import type { JsonRow } from '#db/read-rows.ts';
import { at, bookTime, readBooking } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { recordStatements } from '#test/fixtures/statements.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { addRow, trackRow, trackRows } from './tracked-rows.ts';

const statements = recordStatements();
const deps = await openWorkshop();
const id = await bookTime(deps, await makeEventType(deps, await makeHost(deps)), at(0));

const rowsOf = async (em: Em, table: string, where: string): Promise<JsonRow[]> => {
  const found = await em.execute<{ row: JsonRow }[]>(`select to_jsonb(t) as row from ${table} t where ${where} = ?`, [
    id,
  ]);
  return found.map(({ row }) => row);
};
const tracked = async (em: Em) => ({
  booking: trackRow(em, Booking, (await rowsOf(em, 'bookings', 'id'))[0] ?? {}),
  mails: trackRows(em, EmailDelivery, await rowsOf(em, 'email_deliveries', 'booking_id')),
});
const sealed = (n: number) => Buffer.from([0, n, 255]);
const updates = () => statements.splice(0).filter(({ text }) => text.startsWith('update'));

test('what is changed is written, of every type, and nothing else', async () => {
  const { updatedAt: before, ...rest } = await readBooking(deps, id);
  statements.length = 0;
  const changes = {
    status: 'cancelled',
    revision: 7,
    endedAt: at(5),
    nextWakeAt: null,
    linkWanted: true,
    answers: [{ questionId: 'one', label: 'Which?', value: true }],
    location: { kind: 'in_person', value: 'ü "quoted" ?' },
  } as const;
  await deps.orm.em.fork().transactional(async (em) => {
    const { booking } = await tracked(em);
    // The same instant in another object is no change.
    booking.startsAt = new Date(booking.startsAt);
    Object.assign(booking, changes);
  });
  expect(updates()).toHaveLength(1);
  const { updatedAt, ...after } = await readBooking(deps, id);
  expect(after).toEqual({ ...rest, ...changes });
  expect(updatedAt.getTime()).toBeGreaterThan(before.getTime());
});

test('rows that are changed alike are written together, a column that was not read with the others too', async () => {
  statements.length = 0;
  await deps.orm.em.fork().transactional(async (em) => {
    const { mails } = await tracked(em);
    for (const [index, mail] of mails.entries())
      Object.assign(mail, { state: 'claimed', attempts: 1, claimedUntil: at(index), content: sealed(index) });
    await em.flush();
    await em.flush();
  });
  expect(updates()).toHaveLength(1);
  const read = () =>
    deps.orm.em
      .fork()
      .find(EmailDelivery, { booking: id }, { populate: ['content'], orderBy: { claimedUntil: 'asc' } });
  expect((await read()).map(({ state, content }) => [state, Buffer.from(content ?? [])])).toEqual([
    ['claimed', sealed(0)],
    ['claimed', sealed(1)],
  ]);
  await deps.orm.em.fork().transactional(async (em) => {
    for (const mail of (await tracked(em)).mails) Object.assign(mail, { content: null, claimedUntil: null });
  });
  expect((await read()).map(({ content, claimedUntil }) => [content, claimedUntil])).toEqual([
    [null, null],
    [null, null],
  ]);
});

test('what is rolled back is not written, and what is not changed neither', async () => {
  const before = await readBooking(deps, id);
  statements.length = 0;
  const work = deps.orm.em.fork().transactional(async (em) => {
    const { booking } = await tracked(em);
    booking.title = 'Another title';
    await em.flush();
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect(updates()).toHaveLength(1);
  await deps.orm.em.fork().transactional(async (em) => void (await tracked(em)));
  expect(updates()).toEqual([]);
  expect(await readBooking(deps, id)).toEqual(before);
});

test('all that a flush writes is one statement, new rows among it, which are tracked from then on', async () => {
  statements.length = 0;
  const lines = [randomUUIDv7(), randomUUIDv7()].toSorted();
  await deps.orm.em.fork().transactional(async (em) => {
    const { booking, mails } = await tracked(em);
    booking.title = 'All at once';
    for (const mail of mails) mail.attempts += 1;
    const added = lines.map((line, revision) =>
      addRow(em, BookingEvent, {
        id: line,
        booking: id,
        at: at(1),
        actor: 'host',
        kind: 'k',
        text: 'as "it" was',
        revision,
      }),
    );
    await em.flush();
    for (const line of added) line.text = 'as it is';
  });
  const writes = statements.splice(0).filter(({ text }) => /^(?:with w0|insert|update)/.test(text));
  expect(writes.map(({ text }) => text.match(/\b(?:insert into|update) \w+/g))).toEqual([
    ['update bookings', 'update email_deliveries', 'insert into booking_events'],
    ['update booking_events'],
  ]);
  const read = await deps.orm.em.fork().find(BookingEvent, { id: { $in: lines } }, { orderBy: { id: 'asc' } });
  expect(read.map(({ text, revision, says }) => [text, revision, says])).toEqual([
    ['as it is', 0, null],
    ['as it is', 1, null],
  ]);
  expect((await readBooking(deps, id)).title).toBe('All at once');
});
