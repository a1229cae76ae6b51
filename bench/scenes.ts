import type { GuestBooking } from '#api/guest/schema.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { until } from '#dev/clients/until.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';
import { type Crowds, playCrowds, RATES } from './crowds.ts';
import { paintTimes } from './guest-page.ts';
import { flood, type Load, offer } from './load.ts';
import { timed, timeEach } from './measure.ts';
import type { References } from './references.ts';

const DAY_MS = 86_400_000;
const PROVIDER = 'zoom';

export interface Scene {
  readonly name: string;
  /** Milliseconds. */
  readonly times: readonly number[];
  /** Answers a second, where many asked at once. */
  readonly rate?: number;
  /** What its times and its rate are told as multiples of; null where nothing is comparable. */
  readonly against: Pick<Scene, 'times' | 'rate'> | null;
}

type Places = Pick<StackFile, 'app' | 'database' | 'pids' | 'temporal'>;

interface Played {
  readonly scenes: readonly Scene[];
  readonly crowds: Crowds;
  /** Of a month of slots that everybody asks for. */
  readonly slots: Load;
}

/** What people wait for, measured over HTTP on a stack. Every booking is on a time of its own. */
export async function playScenes(places: Places, { koa, commit }: References): Promise<Played> {
  const { app } = places;
  const host = await signUp(app);
  await host.alwaysOpen();
  await host.connect(PROVIDER, 'bench');
  const { slug } = await host.offer(PROVIDER, { slotIntervalMinutes: 30 });
  const page = { handle: host.handle, slug };
  const guest = newGuest(app);
  const from = new Date(Date.now() + 2 * DAY_MS);
  const free = await guest.freeTimes(page, from, new Date(from.getTime() + 50 * DAY_MS));
  const nextFree = () => {
    const startsAt = free.shift();
    if (startsAt === undefined) throw new Error('The host has no free time left');
    return startsAt;
  };

  const round = await timeEach(200, async () => void (await guest.json('GET', '/healthz')));
  const month = await timeEach(50, async () => {
    await guest.freeTimes(page, from, new Date(from.getTime() + 30 * DAY_MS));
  });
  const slots = `${app}/api/v1/public/${host.handle}/${slug}/slots?${datesOf(from, 30)}&form=compact`;
  const crowd = { flood: await flood(slots), offered: await offer(slots, 100) };
  const booked = await timeEach(30, async () => void (await guest.book(page, nextFree())));
  const stormed: number[] = [];
  for (let round = 0; round < 5; round += 1) stormed.push(...(await storm(app, page, nextFree())));
  const linked = await timeEach(15, async () => {
    const { token } = await guest.book(page, nextFree());
    await shows(guest, token, ({ conference }) => conference.status === 'ready');
  });
  const crowds = await playCrowds(places, slots);
  const painted = await paintTimes(`${app}/${page.handle}/${page.slug}`, 9);
  const [one, committed] = [{ times: koa.one }, { times: commit }];
  const scenes = [
    { name: 'one round trip (healthz)', times: round, against: one },
    { name: 'a month of slots', times: month, against: one },
    { name: 'a month of slots, flooded', ...crowd.flood, against: koa.flood },
    { name: 'a month of slots, 100 a second', ...crowd.offered, against: koa.offered },
    { name: 'a booking', times: booked, against: committed },
    { name: '200 guests, one time', times: stormed, against: committed },
    { name: 'a booking until its link shows', times: linked, against: committed },
    ...scenesOf(crowds, commit, koa),
    { name: 'guest page painted, CPU 4x slower', times: painted, against: null },
  ];
  return { scenes, crowds, slots: crowd.flood };
}

/** The crowds of guests who book, as scenes. */
function scenesOf({ calm, tooMany, beside }: Crowds, commit: readonly number[], koa: References['koa']): Scene[] {
  const against = { times: commit };
  const booked = [
    { served: calm, perSecond: RATES.calm.perSecond },
    { served: tooMany, perSecond: RATES.tooMany.perSecond },
  ].flatMap(({ served: { answers, mailed, rate, refused }, perSecond }): Scene[] => {
    const name = `a booking, ${perSecond} a second`;
    return [
      { name: refused > 0 ? `${name} (${refused} refused)` : name, times: answers, rate, against },
      { name: '  until both are mailed', times: mailed, against },
    ];
  });
  return [...booked, { name: '100 a second, while others book', ...beside, against: koa.offered }];
}

/** So many days from a date on, as a question for slots. */
function datesOf(from: Date, days: number): URLSearchParams {
  const [first, last] = [from, new Date(from.getTime() + days * DAY_MS)].map((at) => at.toISOString().slice(0, 10));
  return new URLSearchParams({ from: first ?? '', to: last ?? '', timeZone: 'Europe/Berlin' });
}

/** 200 guests ask for one time at once; exactly one may get it. Returns what each waited. */
async function storm(app: string, page: { handle: string; slug: string }, startsAt: string): Promise<number[]> {
  const statuses: number[] = [];
  const times = await Promise.all(
    Array.from({ length: 200 }, () => newGuest(app)).map((guest) =>
      timed(async () => {
        const body = { startsAt, guest: { name: guest.name, email: guest.email, timeZone: 'UTC' } };
        const answer = await guest.request('POST', `/api/v1/public/${page.handle}/${page.slug}/bookings`, body);
        await answer.body?.cancel();
        statuses.push(answer.status);
      }),
    ),
  );
  const won = statuses.filter((status) => status === 201).length;
  // On a machine that others use, some are told to come again.
  const lost = statuses.filter((status) => status === 409 || status === 503).length;
  if (won !== 1 || won + lost !== statuses.length) throw new Error(`Not one winner but ${statuses.join(' ')}`);
  return times;
}

async function shows(
  guest: ReturnType<typeof newGuest>,
  token: string,
  wanted: (booking: GuestBooking) => boolean,
): Promise<void> {
  await until('the booking to show it', async () => wanted(await guest.read(token)) || undefined, { every: 10 });
}
