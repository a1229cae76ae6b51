import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { newGuest } from '#dev/clients/guest.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { type Mailbox, openMailbox } from '#dev/clients/mailbox.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';

/** A stack of its own that is attacked. */
export interface Target {
  readonly places: StackFile;
  readonly app: string;
  /** Folder with the logs of all its processes. */
  readonly logs: string;
  readonly mailbox: Mailbox;
  /** Asks the API from an address, by its proxy's word. */
  readonly ask: (from: string, method: string, path: string, body?: unknown) => Promise<Answer>;
  /** A new host, open at all hours, with one published event type. */
  readonly newPage: (rules?: Readonly<Record<string, unknown>>) => Promise<Page>;
  /** Books a time of a page, by default under a new name and from a new network. */
  readonly book: (page: Page, booker?: Booker) => Promise<Answer>;
  readonly sql: <Row>(statement: string, values?: readonly unknown[]) => Promise<Row[]>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Page {
  readonly host: HostClient;
  readonly handle: string;
  readonly slug: string;
  /** Free starts, in order; each is taken out by who books it. */
  readonly free: string[];
}

interface Booker {
  readonly from?: string;
  readonly email?: string;
  readonly name?: string;
  readonly startsAt?: string | undefined;
  readonly answers?: Readonly<Record<string, unknown>>;
}

export interface Attack {
  readonly name: string;
  /** What was seen, for the table. @throws Error where the attack did harm */
  readonly play: (target: Target) => Promise<string>;
}

export const PASSWORD = 'four unrelated words here';

const DAY_MS = 86_400_000;

let networks = 0;
/** An address in a network of its own in this run. */
export const newNetwork = () => `100.${64 + Math.floor(networks / 250)}.${networks % 250}.${1 + (networks++ % 200)}`;
export const newMailbox = () => `${randomUUID()}@example.org`;

/** @throws Error with what was seen, unless it is as it should be */
export function holds(isSo: boolean, seen: unknown): void {
  if (!isSo) throw new Error(`The attack did harm: ${typeof seen === 'string' ? seen : JSON.stringify(seen)}`);
}

/** How often each status was answered: `201 × 10, 429 × 110`. */
export function countOf(answers: readonly Pick<Answer, 'status'>[]): string {
  const counts = Map.groupBy(answers, ({ status }) => status);
  return [...counts].map(([status, { length }]) => `${status} × ${length}`).join(', ');
}

/** `count` times, one after the other. */
export async function times<T>(count: number, work: (turn: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let turn = 0; turn < count; turn += 1) done.push(await work(turn));
  return done;
}

/** Opens a running stack for an attack; the caller closes it. */
export async function openTarget(
  places: StackFile,
  logs: string,
): Promise<Target & { readonly close: () => Promise<void> }> {
  const { app } = places;
  const database = new Client({ connectionString: places.database });
  await database.connect();
  const ask: Target['ask'] = async (from, method, path, body) => {
    const headers = { 'X-Forwarded-For': from, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const content = body === undefined ? null : JSON.stringify(body);
    const answer = await fetch(app + path, { method, headers, body: content, redirect: 'manual' });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  return {
    places,
    app,
    logs,
    mailbox: openMailbox(places.mailbox),
    ask,
    async newPage(rules = {}) {
      const host = await signUp(app, { password: PASSWORD });
      await host.alwaysOpen();
      const { slug } = await host.offer('phone', { slotIntervalMinutes: 30, ...rules });
      const { handle } = host;
      const [from, to] = [new Date(Date.now() + DAY_MS), new Date(Date.now() + 20 * DAY_MS)];
      return { host, handle, slug, free: await newGuest(app).freeTimes({ handle, slug }, from, to) };
    },
    book({ handle, slug, free }, booker = {}) {
      const { from = newNetwork(), email = newMailbox(), name = 'Sam', startsAt = free.shift(), answers = {} } = booker;
      const body = { startsAt, guest: { name, email, timeZone: 'UTC' }, answers };
      return ask(from, 'POST', `/api/v1/public/${handle}/${slug}/bookings`, body);
    },
    async sql(statement, values = []) {
      return (await database.query(statement, [...values])).rows;
    },
    close: () => database.end(),
  };
}
