import { dateWordsOf } from '#domain/date-words.ts';
import { DEFAULT_LOCALE, type HourCycle, knownLocale } from '#domain/locale.ts';
import { shortMonthText, type TimeTexts, timeTextsFor } from '#domain/time-texts.ts';
import { dateIn } from '#domain/wall-clock.ts';
import { zoneLetters } from '#domain/zone-abbreviations.ts';
import { canonicalZone } from '#domain/zone-names.ts';

/** How one reader's times are written. */
export interface ReaderTime {
  /** IANA zone; an unknown one is read as UTC. */
  readonly readerTimeZone: string;
  /** BCP 47 tag; an unknown one is read as our default. */
  readonly readerLocale: string;
  readonly readerHourCycle: HourCycle;
  /** When the mail is written, epoch milliseconds: sentences leave out the year that it is then. */
  readonly writtenAt: number;
}

/** A time of a meeting as one reader's clock shows it. */
export interface When {
  /** "Tuesday, 1 December 2026" */
  readonly date: string;
  /** "10:00 – 10:30", "10:00 am – 10:30 am", or "23:30 – 00:30 (Wed, 2 Dec)" */
  readonly hours: string;
  /** "Berlin time, CET" */
  readonly zone: string;
  /** "10:00 – 10:30, Tuesday 1 December (Berlin time, CET)" */
  readonly full: string;
  /** "Tue 1 Dec, 10:00 (CET)" */
  readonly short: string;
  /** "Dec" and "1", for the leaf of a calendar. */
  readonly month: string;
  readonly day: string;
}

/** Says when a meeting is, by the reader's zone, language and clock. Times are epoch milliseconds. */
export function whenOf(startsAt: number, endsAt: number, reader: ReaderTime): When {
  const { texts, words } = textsFor(reader);
  const [date, hours, zone] = [texts.day(startsAt), texts.span({ startsAt, endsAt }), zonesOf(texts, startsAt, endsAt)];
  const isoDate = dateIn(texts.zone, startsAt);
  return {
    date,
    hours,
    zone,
    full: `${hours}, ${texts.nearDay(startsAt)} (${zone})`,
    short: `${texts.short(startsAt)} (${zoneLetters(texts.zone, startsAt)})`,
    month: shortMonthText(isoDate, words),
    day: String(Number(isoDate.slice(8))),
  };
}

/** One instant: "10:00, Tuesday 1 December (Berlin time, CET)". */
export function momentOf(time: number, reader: ReaderTime): string {
  return textsFor(reader).texts.full(time);
}

/** How long until something starts: "in 1 hour", "in 2 days", "now". */
export function untilStart(startsAt: number, now: number): string {
  const minutes = Math.round((startsAt - now) / 60_000);
  if (minutes < 1) return 'now';
  if (minutes < 55) return counted(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? counted(hours, 'hour') : counted(Math.round(hours / 24), 'day');
}

const counted = (count: number, unit: string) => `in ${count} ${unit}${count === 1 ? '' : 's'}`;

function textsFor({ readerTimeZone, readerLocale, readerHourCycle: hourCycle, writtenAt }: ReaderTime) {
  const words = dateWordsOf(knownLocale(readerLocale) ?? DEFAULT_LOCALE);
  return { texts: timeTextsFor(canonicalZone(readerTimeZone) ?? 'UTC', { hourCycle, words }, writtenAt), words };
}

/** "Berlin time, CEST", or "Berlin time, CEST, then CET" where the clocks change meanwhile. */
function zonesOf(texts: TimeTexts, startsAt: number, endsAt: number): string {
  const [before, after] = [startsAt, endsAt].map((time) => zoneLetters(texts.zone, time));
  const zone = texts.zoneAt(startsAt);
  return before === after ? zone : `${zone}, then ${after}`;
}
