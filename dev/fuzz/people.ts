import { randomUUID } from 'node:crypto';
import type { Schedule } from '#api/schedules/schema.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { openSession, UnexpectedAnswer } from '#dev/clients/session.ts';

const DAY_MS = 86_400_000;
/** Enough that not all are cancelled or erased before the fuzzer has tried everything else on one. */
const BOOKINGS_EACH = 10;

export const ID_KINDS = ['schedules', 'event-types', 'bookings', 'attempts'] as const;
type IdKind = (typeof ID_KINDS)[number];

/** A host the fuzzer may be, and what there is of theirs to hit. */
export interface Person {
  readonly name: string;
  /** The Cookie header of a session. */
  readonly cookie: string;
  readonly handle: string;
  readonly slugs: readonly string[];
  /** Ids, by the part of the API's paths whose `{id}` they stand for. */
  readonly ids: Readonly<Record<IdKind, readonly string[]>>;
  /** Tokens of guests' bookings. */
  readonly tokens: readonly string[];
}

/** A host with something of everything: event types of several kinds, bookings in several states, a connect attempt. */
export async function signUpWithBookings(app: string, name: string): Promise<Person> {
  const [email, password] = [`${name}-${randomUUID()}@example.com`, randomUUID()];
  const host = await signUp(app, { name, email, password });
  await host.alwaysOpen();
  await host.connect('zoom', `${name}-${randomUUID().slice(0, 8)}`);
  const { items: schedules } = await host.json<{ items: Schedule[] }>('GET', '/api/v1/schedules');
  const types = [
    await host.offer('zoom'),
    await host.offer('phone', { requiresConfirmation: true }),
    await host.offer('link', {
      location: { kind: 'link', value: 'https://rooms.example/1' },
      maxPerDay: 50,
      slotIntervalMinutes: 30,
    }),
  ];
  const bookings = await bookAll(app, host, types);
  const { attemptId } = await host.json<{ attemptId: string }>('POST', '/api/v1/integrations/teams/connect', {});
  return {
    name,
    cookie: await cookieOf(app, email, password),
    handle: host.handle,
    slugs: types.map(({ slug }) => slug),
    ids: { schedules: idsOf(schedules), 'event-types': idsOf(types), bookings: idsOf(bookings), attempts: [attemptId] },
    tokens: bookings.map(({ token }) => token),
  };
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

async function bookAll(app: string, { handle }: HostClient, types: readonly { readonly slug: string }[]) {
  const guest = newGuest(app);
  const from = new Date(Date.now() + 2 * DAY_MS);
  const bookings = [];
  for (const { slug } of types) {
    const free = await guest.freeTimes({ handle, slug }, from, new Date(from.getTime() + DAY_MS));
    const step = Math.ceil(free.length / BOOKINGS_EACH);
    for (const startsAt of free.filter((_, index) => index % step === 0))
      bookings.push(await guest.book({ handle, slug }, startsAt).catch(tooBusy));
  }
  return bookings.filter((booking) => booking !== null);
}

/** A machine that is busy with others' work may refuse a few; the fuzzer then has a few less. */
function tooBusy(error: unknown): null {
  if (error instanceof UnexpectedAnswer && error.status === 503) return null;
  throw error;
}

async function cookieOf(app: string, email: string, password: string): Promise<string> {
  const response = await openSession(app).request('POST', '/api/auth/sign-in/email', { email, password });
  await response.body?.cancel();
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
