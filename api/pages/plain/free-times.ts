import type { EventType } from '#db/entities/event-type.ts';
import { datesBetween, daysBetween, isIsoDate, plusDays } from '#domain/slots/iso-date.ts';
import { localDate } from '#domain/slots/time-zone.ts';
import { closesAt, loadSlots } from '../../guest/slots.ts';
import type { Slots } from '../../guest/schema.ts';
import type { PageCall } from '../page.ts';

/** So many days and times of each are shown at once: enough to choose from, and small for those who never see it. */
const MOST_DAYS = 5;
const MOST_TIMES = 12;
/** How many days are looked at first, and at a time where these have nothing. */
const NEAR = 14;
const FAR = 62;
/** Nobody can be booked later than this many days from now. */
const LATEST = 732;
const DAY_MS = 86_400_000;

type Days = Slots['days'];

interface Asked {
  readonly zone: string;
  /** Token of the booking that is to be moved. */
  readonly booking?: string;
}

export interface ShownDay {
  readonly date: string;
  readonly slots: Days[number]['slots'];
  /** How many times of this day are not shown. */
  readonly more: number;
}

export interface FreeTimes {
  readonly zone: string;
  readonly days: readonly ShownDay[];
  /** The only date shown, where the guest asked for one. */
  readonly date: string | null;
  /** First date of the list, where it is not today. */
  readonly from: string | null;
  /** Where the list goes on; null at the end of what can be booked. */
  readonly later: string | null;
}

/** Free times as a list to read: `?date=` shows all of one day, `?from=` the next free days from there. */
export async function loadFreeTimes(call: PageCall, eventType: EventType, asked: Asked): Promise<FreeTimes> {
  const { zone, booking } = asked;
  const today = localDate(call.now.getTime(), zone);
  const last = localDate((await closesAt(call, eventType)) - 1, zone);
  const after = (date: string) => (date < last ? plusDays(date, 1) : null);
  const ask = (from: string, to: string) =>
    loadSlots(call, eventType, { from, to, timeZone: zone, ...(booking === undefined ? {} : { booking }) });
  const wishedDate = dateWithin(call.query.get('date'), today);
  if (wishedDate !== null) {
    const [day] = (await ask(wishedDate, wishedDate)).days;
    const days = day === undefined ? [] : [{ ...day, more: 0 }];
    return { zone, days, date: wishedDate, from: null, later: after(wishedDate) };
  }
  const from = dateWithin(call.query.get('from'), today) ?? today;
  const days = (await firstDays(ask, from, last)).slice(0, MOST_DAYS).map(shortened);
  return { zone, days, date: null, from: from === today ? null : from, later: after(days.at(-1)?.date ?? last) };
}

/** The first free days there are, however far ahead. */
async function firstDays(ask: (from: string, to: string) => Promise<Slots>, from: string, last: string): Promise<Days> {
  let length = NEAR;
  for (let begin = from; begin <= last; length = FAR) {
    const { days, nextDate } = await ask(begin, plusDays(begin, length - 1));
    if (days.length > 0) return days;
    begin = nextDate ?? plusDays(begin, length);
  }
  return [];
}

const shortened = ({ date, slots }: Days[number]): ShownDay => ({
  date,
  slots: slots.slice(0, MOST_TIMES),
  more: Math.max(0, slots.length - MOST_TIMES),
});

function dateWithin(text: string | null, today: string): string | null {
  if (text === null || !isIsoDate(text)) return null;
  return daysBetween(today, text) < 0 || daysBetween(today, text) > LATEST ? null : text;
}

/** The free times around one that is gone, nearest first, at most `most`, in order of time. */
export async function nearestTimes(
  call: PageCall,
  eventType: EventType,
  { zone, booking, startsAt, most }: Asked & { readonly startsAt: string; readonly most: number },
): Promise<Days[number]['slots']> {
  const now = call.now.getTime();
  const isFarOff = Math.abs(Date.parse(startsAt) - now) > LATEST * DAY_MS;
  if (isFarOff) return [];
  const today = localDate(now, zone);
  const from = datesBetween(today, localDate(Date.parse(startsAt), zone)).at(-7) ?? today;
  const days = { from, to: plusDays(from, NEAR), timeZone: zone };
  const { days: found } = await loadSlots(call, eventType, { ...days, ...(booking === undefined ? {} : { booking }) });
  const distance = (slot: { startsAt: string }) => Math.abs(Date.parse(slot.startsAt) - Date.parse(startsAt));
  return found
    .flatMap(({ slots }) => slots)
    .filter((slot) => distance(slot) > 0)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, most)
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}
