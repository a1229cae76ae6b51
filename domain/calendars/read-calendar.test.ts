import { expandRecurringEvent, sync, type VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { calendarSamples, HOST_ZONE, OURS, SPRING } from '#test/fixtures/calendar-samples.ts';
import { merged } from '../slots/intervals.ts';
import { NotACalendar } from './entries.ts';
import { TooManyEntries } from './occurrences.ts';
import { readCalendar } from './read-calendar.ts';

const question = { window: SPRING, timeZone: HOST_ZONE, ours: OURS };
const shown = (busy: readonly { from: number; to: number }[]) =>
  busy.map(({ from, to }) => [from, to].map((time) => new Date(time).toISOString().slice(0, 16)).join(' '));

const samples = Object.entries(calendarSamples);

test('there are enough samples, and most of them are judged', () => {
  expect(samples.length).toBeGreaterThanOrEqual(30);
  expect(samples.filter(([, { notJudged }]) => notJudged === undefined).length).toBeGreaterThan(15);
});

test.each(samples)('%s', (_name, { text, busy, skipped = 0 }) => {
  const read = readCalendar(text, question);
  expect(shown(read.busy)).toEqual(busy);
  expect(read.skipped).toBe(skipped);
});

const isBusy = (event: VEvent) => {
  const status = (event as unknown as Record<string, unknown>)['MICROSOFT-CDO-BUSYSTATUS'];
  return event.transparency !== 'TRANSPARENT' && event.status !== 'CANCELLED' && status !== 'FREE';
};

/** The same by another implementation: node-ical, which counts with rules and zones of its own. */
function judged(text: string): string[] {
  const parts = Object.values(sync.parseICS(text));
  const events = parts.filter((part): part is VEvent => part?.type === 'VEVENT');
  const range = { from: new Date(SPRING.from), to: new Date(SPRING.to), expandOngoing: true };
  const found = events
    .filter(isBusy)
    .flatMap((event) => expandRecurringEvent(event, range))
    .map(({ start, end }) => ({ from: start.getTime(), to: end.getTime() }));
  return shown(merged(found));
}

describe('a second implementation says the same', () => {
  test.each(samples.filter(([, { notJudged }]) => notJudged === undefined))('%s', (_name, { text, busy }) => {
    expect(judged(text)).toEqual(busy);
  });
});

test.each(['', '<html>', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a', 'BEGIN:VEVENT\r\nEND:VEVENT'])(
  'what is no whole calendar file is not read: %j',
  (text) => expect(() => readCalendar(text, question)).toThrow(NotACalendar),
);

const entries = (count: number, lines: (index: number) => readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    ...Array.from({ length: count }, (_, index) => [
      'BEGIN:VEVENT',
      `UID:${index}`,
      ...lines(index),
      'END:VEVENT',
    ]).flat(),
    'END:VCALENDAR',
  ].join('\r\n');

test('a file of 8 MB is read whole', () => {
  const text = entries(9_000, (index) => {
    const day = new Date(SPRING.from + (index % 80) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
    return [`DTSTART:${day}T090000Z`, `DTEND:${day}T100000Z`, `DESCRIPTION:${'x'.repeat(850)}`];
  });
  expect(text.length).toBeGreaterThan(8_000_000);
  expect(readCalendar(text, question)).toMatchObject({ skipped: 0, busy: { length: 80 } });
});

const every = (freq: string) => ['DTSTART:20000101T000000Z', 'DURATION:PT1S', `RRULE:FREQ=${freq}`];

test('a file that repeats without measure is refused, and costs no more than one that is read', () => {
  expect(() =>
    readCalendar(
      entries(1, () => every('SECONDLY')),
      question,
    ),
  ).toThrow(TooManyEntries);
  expect(() =>
    readCalendar(
      entries(40, () => every('HOURLY')),
      question,
    ),
  ).toThrow(TooManyEntries);
  // Every step from its start on counts where the repetitions are numbered.
  const counted = ['DTSTART:19000101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=MINUTELY;COUNT=90000000'];
  expect(() =>
    readCalendar(
      entries(1, () => counted),
      question,
    ),
  ).toThrow(TooManyEntries);
});
