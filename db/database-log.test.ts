import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { NOTHING_PERSONAL_IN_THE_LOG, runSql } from '#dev/postgres/server.ts';
import { startThrowAwayPostgres } from '#dev/postgres/throw-away.ts';
import { at } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { Booking } from './entities/booking.ts';
import type { Em } from './host-transaction.ts';
import { migrate } from './migrate.ts';
import { createOrm, type Orm } from './orm.ts';

const PERSON = /geheim/i;
const NAME = 'Anna Geheim';
const EMAIL = 'anna.geheim@example.org';
const START_MS = 120_000;

let log = '';
let server: Awaited<ReturnType<typeof startThrowAwayPostgres>>;
const opened: Orm[] = [];

beforeAll(async () => {
  server = await startThrowAwayPostgres((text) => {
    log += text;
  });
}, START_MS);
afterAll(async () => {
  await Promise.all(opened.map((orm) => orm.close()));
  await server.stop();
}, START_MS);

const asAdmin = (sql: string) => runSql(`${server.url}/postgres`, sql);

/** A database of the product; `settings` are those of every session in it. */
async function openDatabase(name: string, settings: readonly string[] = []): Promise<Orm> {
  await asAdmin(`create database ${name}`);
  await migrate(`${server.url}/${name}`);
  for (const setting of settings) await asAdmin(`alter database ${name} set ${setting}`);
  const orm = createOrm({ url: `${server.url}/${name}`, pool: 4, statementTimeoutMs: 2_000, applicationName: name });
  opened.push(orm);
  return orm;
}

/** Every way in which a statement that carries a person's data fails. */
const FAILURES: Readonly<Record<string, (orm: Orm) => Promise<unknown>>> = {
  'a value that is there already': async (orm) => {
    await makeHost({ orm }, { email: EMAIL });
    await makeHost({ orm }, { email: EMAIL });
  },
  'a value that the column does not take': (orm) => changeBooking(orm, 'status = ?', 'geheim'),
  'a value that is missing': (orm) => changeBooking(orm, 'guest_time_zone = null, reason = ?', NAME),
  'a value that is ill-formed': (orm) => changeBooking(orm, "ends_at = 'someday', reason = ?", NAME),
  'a row that is not there': (orm) => insertBooking(orm, { host: randomUUIDv7() }),
  'a time that is taken': async (orm) => {
    const host = await makeHost({ orm });
    await insertBooking(orm, { host: host.id });
    await insertBooking(orm, { host: host.id });
  },
  'a character that cannot be stored': (orm) => insertBooking(orm, { guestName: `${NAME}\0` }),
  'JSON that cannot be stored': (orm) => insertBooking(orm, { reason: NAME, answers: [answer(`${NAME}\0`)] }),
  'a text that is longer than its index can hold': async (orm) => {
    const random = Array.from({ length: 300 }, () => randomUUIDv7()).join('');
    await makeHost({ orm }, { email: `${random}${EMAIL}` });
  },
  'a number out of its range': (orm) => changeBooking(orm, `hold_minutes = ${2 ** 40}, reason = ?`, NAME),
  'a statement that takes too long': (orm) => orm.em.fork().execute('select pg_sleep(60) where ? <> ?', [NAME, EMAIL]),
  'a statement that is wrong': (orm) => orm.em.fork().execute('select nothing from users where name = ?', [NAME]),
  'two that wait for each other': async (orm) => {
    const [one, two] = await Promise.all([makeHost({ orm }), makeHost({ orm })]);
    const bothHold = Promise.withResolvers<void>();
    let holding = 0;
    const hold = async () => {
      holding += 1;
      if (holding === 2) bothHold.resolve();
      await bothHold.promise;
    };
    await Promise.all([renameBoth(orm, [one.id, two.id], hold), renameBoth(orm, [two.id, one.id], hold)]);
  },
  'a connection that is cut': async (orm) => {
    const query = orm.em.fork().execute('select pg_sleep(1.5) where ? <> ?', [NAME, EMAIL]);
    await Promise.all([query, until('the statement', () => killSleeper('pg_terminate_backend(pid)'))]);
  },
};

const answer = (value: string) => ({ questionId: 'q', label: 'Why?', value });

async function changeBooking(orm: Orm, assignment: string, value: string): Promise<void> {
  const id = randomUUIDv7();
  await insertBooking(orm, { id });
  await orm.em.fork().execute(`update bookings set ${assignment} where id = ? and guest_email = ?`, [value, id, EMAIL]);
}

async function insertBooking(orm: Orm, changes: Partial<Booking>): Promise<void> {
  const host = await makeHost({ orm });
  const eventType = await makeEventType({ orm }, host);
  const em = orm.em.fork();
  em.create(Booking, {
    id: randomUUIDv7(),
    host: host.id,
    eventType: eventType.id,
    status: 'confirmed',
    startsAt: at(0),
    endsAt: at(30),
    blockedFrom: at(0),
    blockedUntil: at(30),
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    title: 'Intro call',
    location: { kind: 'phone' },
    reminderMinutes: [],
    requiresConfirmation: false,
    holdMinutes: 60,
    scheduledAt: at(0),
    guestName: NAME,
    guestEmail: EMAIL,
    guestTimeZone: 'Europe/Berlin',
    answers: [answer(NAME)],
    createdAt: at(0),
    updatedAt: at(0),
    ...changes,
  });
  await em.flush();
}

const rename = (em: Em, id: string) => em.execute('update users set name = ? where id = ?', [NAME, id]);

async function renameBoth(orm: Orm, [first, second]: readonly [string, string], hold: () => Promise<void>) {
  await orm.em.fork().transactional(async (em) => {
    await rename(em, first);
    await hold();
    await rename(em, second);
  });
}

const killSleeper = async (how: string) =>
  (await asAdmin(`select ${how} from pg_stat_activity where query like 'select pg_sleep(1.5)%' and state = 'active'`))
    .length > 0;

/** Runs them all; each has to fail, and the server has to have said so. */
async function failInEveryWay(orm: Orm): Promise<string> {
  log = '';
  for (const [name, fail] of Object.entries(FAILURES)) {
    const code = await fail(orm).then(
      () => 'done',
      (error: { code?: unknown }) => error.code,
    );
    expect([name, code]).toEqual([name, expect.stringMatching(/^\w{5}$/)]);
  }
  const ways = Object.keys(FAILURES).length;
  return until('the log of the failures', () => (log.match(/(ERROR|FATAL):/g) ?? []).length >= ways && log);
}

test('a server set up as ours says nothing of a person when statements fail', async () => {
  const orm = await openDatabase('ours');
  const said = await failInEveryWay(orm);
  expect(said.split('\n').filter((line) => PERSON.test(line))).toEqual([]);
});

test('where it says which statement failed, the statement has no values in it', async () => {
  const orm = await openDatabase('default_settings', ["log_min_error_statement = 'error'"]);
  const said = await failInEveryWay(orm);
  const statements = said.split('\n').filter((line) => line.includes('STATEMENT:'));
  expect(statements).toContainEqual(expect.stringMatching(/insert into "bookings".*\$12/));
  expect(statements.filter((line) => PERSON.test(line))).toEqual([]);
});

const read = (name: string) => readFileSync(`${import.meta.dirname}/../${name}`, 'utf8');

test('compose and the manual for other servers have the same settings', () => {
  const inCompose = read('docker-compose.yml').matchAll(/^ +- -c(log_\w+=\S+)$/gm);
  const inManual = read('docs/operations.md').matchAll(/^alter database insytical set (log_\w+) = '?([^';]+)'?;$/gm);
  expect(Array.from(inCompose, ([, setting]) => setting)).toEqual(NOTHING_PERSONAL_IN_THE_LOG);
  expect(Array.from(inManual, ([, name, value]) => `${name}=${value}`)).toEqual(NOTHING_PERSONAL_IN_THE_LOG);
});
