import type { EventType } from '#db/entities/event-type.ts';
import { plusDays } from '#domain/slots/iso-date.ts';
import { localDate } from '#domain/slots/time-zone.ts';
import { closesAt, countTimes, loadStarts, type Starts } from '../../guest/slots.ts';
import type { PageCall } from '../page.ts';
import type { Times } from '../schema.ts';

const MINUTE_MS = 60_000;

const monthOf = (date: string) => date.slice(0, 7);
/** The first date of the month after this one. */
const nextMonth = (month: string) => `${monthOf(plusDays(`${month}-01`, 31))}-01`;

interface Asked {
  /** The query of the page's address. */
  readonly query: URLSearchParams;
  /** What applies until the guest chooses otherwise: a zone, and a time whose day is opened first. */
  readonly usual: { readonly zone: string; readonly startsAt?: string };
  /** Token of the booking that is to be moved. */
  readonly booking?: string;
}

/**
 * Free times of the month that a page opens with. Where it has none, the months after it are looked at until one has
 * some, so that the page can lead there. Null while the pages are not built: nothing would show them.
 */
export async function loadTimes(
  call: PageCall,
  eventType: EventType,
  { query, usual, booking }: Asked,
): Promise<Times | null> {
  const build = await call.frontEnd.current();
  if (build === null) return null;
  const { zone, month } = build.site.opening(query, usual, call.now.toISOString());
  const today = localDate(call.now.getTime(), zone);
  const lastMonth = monthOf(localDate((await closesAt(call, eventType)) - 1, zone));
  const months: Record<string, number[]> = { [month]: [] };
  // The first month alone, then two at a time, which is what one question may ask for.
  for (let first = month, count = 1; first <= lastMonth; count = 2) {
    const second = monthOf(nextMonth(first));
    const asked = count === 1 ? [first] : [first, second];
    const from = `${first}-01`;
    const end = nextMonth(asked.at(-1) ?? first);
    for (const one of asked) months[one] = [];
    for (const start of await startsIn(call, eventType, { from: from < today ? today : from, end, zone, booking }))
      months[monthOf(localDate(start, zone))]?.push(start / MINUTE_MS);
    if (asked.some((one) => (months[one] ?? []).length > 0)) break;
    first = monthOf(end);
  }
  return { zone, months, lastMonth };
}

interface Range {
  readonly from: string;
  /** The first date left out. */
  readonly end: string;
  readonly zone: string;
  readonly booking: string | undefined;
}

/** Every start in a range of dates, epoch milliseconds: one answer holds so many times and no more. */
async function startsIn(call: PageCall, eventType: EventType, { from, end, zone, booking }: Range): Promise<number[]> {
  const starts: number[] = [];
  const to = plusDays(end, -1);
  for (let begin: string | null = from; begin !== null && begin < end;) {
    const part: Starts = await loadStarts(call, eventType, { from: begin, to, timeZone: zone, booking });
    await countTimes(call, part.starts.length);
    starts.push(...part.starts);
    begin = part.nextDate;
  }
  return starts;
}
