/**
 * `npx node bench/feeds.ts 1000`: so many calendars that hosts have pasted, read by one worker. What does a reading cost,
 * against a booking; and what do guests wait for while each calendar is read every ten minutes, and while all are due at
 * once, against guests who book while none is read?
 */
import { Client } from 'pg';
import { calendarText, openCalendarServers } from '#dev/clients/calendars.ts';
import { signUp } from '#dev/clients/host.ts';
import { until } from '#dev/clients/until.ts';
import { openWorkflows } from '#dev/clients/workflows.ts';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';
import { calendarWorkflowId } from '#workflows/signals.ts';
import { AS_IN_PRODUCTION } from './as-in-production.ts';
import { type BookingCost, costOf } from './booking-cost.ts';
import { freeTimes, offerBookings, type Served } from './bookings.ts';
import { percentile, timed } from './measure.ts';

const FEEDS = Number(process.argv[2] ?? 1_000);
/** As a host may have. */
const OF_A_HOST = 10;
const READ_EVERY_S = 600;
const ENTRIES = 200;
const GUESTS = { count: 30, perSecond: 2 };
const HOUR_MS = 3_600_000;
const READ_WITHIN_MS = 300_000;

const stack = createDisposableStack({ ...AS_IN_PRODUCTION, CALENDAR_READ_MS: String(READ_EVERY_S * 1_000) });
await stack.start();
const { app, database, simulators, temporal, pids } = await stack.file();
const db = new Client(database);
await db.connect();
const workflows = openWorkflows(temporal);
try {
  const free = await freeTimes(app, 4 * GUESTS.count);
  const book = () => offerBookings({ app, database, times: free.splice(0, GUESTS.count), perSecond: GUESTS.perSecond });
  await book();
  const served: Served[] = [];
  const ofBooking = await costOf({ database, pids }, GUESTS.count, async () => served.push(await book()));
  const [alone] = served;
  if (alone === undefined) throw new Error('No guest was served');
  tell('no readings', alone);
  const feeds = await addFeeds();
  tellCosts(ofBooking, await costOf({ database, pids }, FEEDS, () => readAll(feeds)));
  const over = new AbortController();
  const reading = readInTurn(feeds, over.signal);
  tell(`${FEEDS} in ten minutes`, await book(), alone);
  over.abort();
  await reading;
  const all = timed(() => readAll(feeds));
  tell(`${FEEDS} at once`, await book(), alone);
  const took = (await all) / 1_000;
  console.log(`all read within ${took.toFixed(1)} s: ${(FEEDS / took).toFixed(1)} a second`);
} finally {
  await db.end();
  await workflows.close();
  await stack.dispose();
}

/** Calendars of hosts, each of 200 entries, half of them on servers that send the whole file each time; once all were read. */
async function addFeeds(): Promise<string[]> {
  const servers = openCalendarServers(simulators);
  const hour = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS;
  const text = calendarText(
    Array.from({ length: ENTRIES }, (_, day) => ({
      from: new Date(hour + day * 5 * HOUR_MS),
      to: new Date(hour + day * 5 * HOUR_MS + HOUR_MS),
    })),
  );
  const addOne = async (host: Awaited<ReturnType<typeof signUp>>, number: number) => {
    const dialect = number % 2 === 0 ? 'google' : 'outlook';
    const url = await servers.publish(`feed-${number}`, text, { dialect });
    const { id } = await host.json<{ id: string }>('POST', '/api/v1/calendars', { url });
    return id;
  };
  const ids: string[] = [];
  for (let first = 0; first < FEEDS; first += OF_A_HOST) {
    const host = await signUp(app);
    const numbers = Array.from({ length: Math.min(OF_A_HOST, FEEDS - first) }, (_, index) => first + index);
    for (const number of numbers) ids.push(await addOne(host, number));
  }
  await untilRead(new Date(0));
  return ids;
}

/** Reads one after another, as many a second as a reading of each every ten minutes takes. */
async function readInTurn(ids: readonly string[], signal: AbortSignal): Promise<void> {
  const began = performance.now();
  for (let count = 0; !signal.aborted; count += 1) {
    const at = began + (count * READ_EVERY_S * 1_000) / FEEDS;
    await until('the next reading', () => signal.aborted || performance.now() >= at, { every: 20 });
    const id = ids[count % ids.length];
    if (id !== undefined && !signal.aborted) await readNow([id]);
  }
}

async function readAll(ids: readonly string[]): Promise<void> {
  const { rows } = await db.query<{ now: Date }>('select now()');
  await readNow(ids);
  await untilRead(rows[0]?.now ?? new Date());
}

/** Makes these due, as time does. */
async function readNow(ids: readonly string[]): Promise<void> {
  await db.query('update calendars set check_asked_at = now() where id = any ($1)', [ids]);
  for (const id of ids) await workflows.client.workflow.getHandle(calendarWorkflowId(id)).signal('sweep');
}

async function untilRead(since: Date): Promise<void> {
  const isRead = async () => {
    const { rows } = await db.query<{ n: number }>('select count(*)::int as n from calendars where read_at > $1', [
      since,
    ]);
    return (rows[0]?.n ?? 0) >= FEEDS;
  };
  await until('every calendar to be read', isRead, { within: READ_WITHIN_MS, every: 250 });
}

function cpu({ worker, api, postgres, temporal }: BookingCost): number {
  return worker + api + postgres + temporal;
}

/** CPU of one reading beside that of one booking with its link and mails; says as much on a machine that others use. */
function tellCosts(booking: BookingCost, reading: BookingCost): void {
  const parts = (['worker', 'postgres', 'temporal', 'statements'] as const).map(
    (what) => `${what} ${reading[what].toFixed(1)} of ${booking[what].toFixed(1)}`,
  );
  const share = (cpu(reading) * FEEDS) / READ_EVERY_S / 1_000;
  console.log(`a reading, of a booking: ${parts.join(', ')}; CPU ${(cpu(reading) / cpu(booking)).toFixed(2)} times`);
  console.log(`${FEEDS} in ten minutes take ${(share * 100).toFixed(1)} % of a core`);
}

/** Milliseconds, and as so many times those of guests who came alone. */
function tell(when: string, served: Served, alone?: Served): void {
  const figures = (['answers', 'mailed'] as const).flatMap((what) =>
    [0.5, 1].map((share) => {
      const ms = percentile(served[what], share);
      const times = alone === undefined ? '' : ` (${(ms / percentile(alone[what], share)).toFixed(2)} times)`;
      return `${what} ${share === 1 ? 'longest' : 'p50'} ${ms.toFixed(0)} ms${times}`;
    }),
  );
  console.log(`${when.padEnd(22)}${figures.join(' · ')}`);
}
