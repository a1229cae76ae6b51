import { dateWordsOf } from '#domain/date-words.ts';
import { DEFAULT_LOCALE, type HourCycle, knownLocale } from '#domain/locale.ts';
import { filled, shortDateText, shortMonthText, timeTextsFor } from '#domain/time-texts.ts';
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
  const { patterns } = words;
  const [before, after] = [startsAt, endsAt].map((time) => zoneLetters(texts.zone, time));
  const zone = texts.zoneAt(startsAt);
  const zones = before === after ? zone : filled(patterns.zoneChange, { zone, letters: after ?? '' });
  const [hours, isoDate] = [texts.span({ startsAt, endsAt }), dateIn(texts.zone, startsAt)];
  return {
    date: texts.day(startsAt),
    hours,
    zone: zones,
    full: filled(patterns.moment, { time: hours, day: texts.nearDay(startsAt), zone: zones }),
    short: filled(patterns.shortMomentInZone, {
      day: shortDateText(isoDate, words),
      time: texts.time(startsAt),
      letters: before ?? '',
    }),
    month: shortMonthText(isoDate, words),
    day: String(Number(isoDate.slice(8))),
  };
}

/** One instant: "10:00, Tuesday 1 December (Berlin time, CET)". */
export function momentOf(time: number, reader: ReaderTime): string {
  return textsFor(reader).texts.full(time);
}

/** The same beside a text that names the zone: "10:00, Tuesday 1 December". */
export function momentHere(time: number, reader: ReaderTime): string {
  const { texts, words } = textsFor(reader);
  return filled(words.patterns.timeOnDay, { time: texts.time(time), day: texts.nearDay(time) });
}

/** How long until something starts, in the unit that people say: the next hours in hours, later ones in days. */
export function timeUntil(startsAt: number, now: number) {
  const minutes = Math.round((startsAt - now) / 60_000);
  if (minutes < 1) return { unit: 'now', count: 0 } as const;
  if (minutes < 55) return { unit: 'minutes', count: minutes } as const;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return { unit: 'hours', count: hours } as const;
  return { unit: 'days', count: Math.round(hours / 24) } as const;
}

function textsFor({ readerTimeZone, readerLocale, readerHourCycle: hourCycle, writtenAt }: ReaderTime) {
  const words = dateWordsOf(knownLocale(readerLocale) ?? DEFAULT_LOCALE);
  return { texts: timeTextsFor(canonicalZone(readerTimeZone) ?? 'UTC', { hourCycle, words }, writtenAt), words };
}
