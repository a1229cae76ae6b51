/**
 * `npx node bench/reminders.ts 300`: so many bookings' reminders fall due at one moment, to host and guest each; what do
 * guests who book meanwhile wait for, against those who booked before?
 */
import { Client } from 'pg';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { openMailbox } from '#dev/clients/mailbox.ts';
import { until } from '#dev/clients/until.ts';
import { openWorkflows } from '#dev/clients/workflows.ts';
import { patiently } from '#dev/clients/patiently.ts';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';
import { bookingWorkflowId } from '#workflows/signals.ts';
import { percentile, timed } from './measure.ts';

const COUNT = Number(process.argv[2] ?? 300);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const LENGTH_MS = 5 * MINUTE_MS;

// A stack for tests with the net under lost signals as wide as in life: here it would only add load.
const stack = createDisposableStack({
  OVERDUE_MS: '60000',
  SWEEP_MS: '10000',
  UNDELIVERED_MS: '5000',
  LINK_WAIT_MS: '60000',
});
await stack.start();
const { app, database, temporal, mailbox: mailboxUrl } = await stack.file();
const db = new Client(database);
await db.connect();
const workflows = openWorkflows(temporal);
const mailbox = openMailbox(mailboxUrl);
try {
  const crowd = await bookCrowd();
  const other = await signUp(app);
  await other.alwaysOpen();
  await other.connect('zoom', 'bench');
  const { slug } = await other.offer('zoom', { slotIntervalMinutes: 30 });
  const from = new Date(Date.now() + 2 * DAY_MS);
  const free = await newGuest(app).freeTimes({ ...other, slug }, from, new Date(from.getTime() + 40 * DAY_MS));
  const bookOne = async () => {
    const guest = newGuest(app);
    let token = '';
    const answer = await timed(async () => {
      // A write that was given up on may have succeeded: another try asks for another time.
      ({ token } = await patiently(() => guest.book({ ...other, slug }, free.shift() ?? '')));
    });
    const link = await timed(() =>
      until('the link', async () => (await guest.read(token)).conference.joinUrl, { every: 50, within: 120_000 }),
    );
    const mail = await timed(() => mailbox.awaitMail(guest.email, /confirmed/i, 120_000));
    return { answer, link: answer + link, mail: answer + link + mail };
  };
  const before = [];
  for (let turn = 0; turn < 8; turn += 1) before.push(await bookOne());
  tell('before', before.slice(3));

  const dueAt = await setDue(crowd);
  await until('the moment', () => Date.now() >= dueAt, { within: 3 * MINUTE_MS, every: 5 });
  const during: Awaited<ReturnType<typeof bookOne>>[] = [];
  const sent = () =>
    count(`select count(*)::int as n from email_deliveries where kind = 'reminder' and state = 'sent'`);
  const allSent = until('all reminders', async () => (await sent()) >= 2 * COUNT && Date.now(), {
    within: 5 * MINUTE_MS,
    every: 250,
  });
  const over = new AbortController();
  void allSent.finally(() => over.abort());
  // One guest after another: more would measure the guests.
  while (!over.signal.aborted) during.push(await bookOne());
  const took = ((await allSent) - dueAt) / 1000;
  console.log(`${2 * COUNT} reminders sent within ${took.toFixed(1)} s: ${((2 * COUNT) / took).toFixed(0)} a second`);
  tell('meanwhile', during);
} finally {
  await db.end();
  await workflows.close();
  await stack.dispose();
}

/** One host's bookings, five minutes each, one after another. */
async function bookCrowd(): Promise<string> {
  const host = await signUp(app);
  await host.alwaysOpen();
  const { slug } = await host.offer('phone', { durationMinutes: 5 });
  const start = Math.ceil(Date.now() / LENGTH_MS) * LENGTH_MS + 2 * DAY_MS;
  for (let first = 0; first < COUNT; first += 4)
    await Promise.all(
      Array.from({ length: Math.min(4, COUNT - first) }, (_, index) =>
        patiently(() =>
          newGuest(app).book({ ...host, slug }, new Date(start + (first + index) * LENGTH_MS).toISOString()),
        ),
      ),
    );
  await until(
    'their mails to be out',
    async () => (await count(`select count(*)::int as n from email_deliveries where state <> 'sent'`)) === 0,
    { within: 5 * MINUTE_MS, every: 500 },
  );
  return host.handle;
}

/** Makes every booking of the crowd due for a reminder at the same full minute, and lets their workflows know. */
async function setDue(handle: string): Promise<number> {
  const dueAt = Math.ceil((Date.now() + MINUTE_MS) / MINUTE_MS) * MINUTE_MS;
  const { rows } = await db.query<{ id: string }>(
    `update bookings set reminder_minutes = jsonb_build_array(((extract(epoch from starts_at) - $1) / 60)::int)
      where host_id = (select id from users where handle = $2) returning id`,
    [dueAt / 1000, handle],
  );
  for (const { id } of rows) await workflows.client.workflow.getHandle(bookingWorkflowId(id)).signal('sweep');
  await until(
    'every workflow to wait for it',
    async () =>
      (await count(
        `select count(*)::int as n from bookings where next_wake_at >= to_timestamp(${dueAt / 1000}) and next_wake_at < to_timestamp(${dueAt / 1000 + 301})`,
      )) === COUNT,
    { within: MINUTE_MS, every: 200 },
  );
  return dueAt;
}

async function count(sql: string): Promise<number> {
  return (await db.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
}

function tell(when: string, waits: readonly { answer: number; link: number; mail: number }[]): void {
  const line = (['answer', 'link', 'mail'] as const).map((what) => {
    const times = waits.map((wait) => wait[what]);
    return `${what} ${percentile(times, 0.5).toFixed(0)} / ${percentile(times, 1).toFixed(0)} ms`;
  });
  console.log(`${when.padEnd(10)} (n ${waits.length}; p50 / longest): ${line.join(' · ')}`);
}
