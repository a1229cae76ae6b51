import { expect, test } from 'vitest';
import { compiled } from '#messages/compile.ts';
import { host as english } from '#messages/en/host.ts';
import { speak } from '../../text.ts';
import { timesText } from './times-text.ts';

speak(compiled<typeof english>(english), 'en');

const type = { title: 'Intro', durationMinutes: 30, publicUrl: 'https://book.example.com/ann/intro' };
const at = (startsAt: string) => ({ startsAt });
const every = (day: string, count: number) =>
  Array.from({ length: count }, (_, hour) => at(`2026-12-${day}T${String(hour + 8).padStart(2, '0')}:00:00.000Z`));

test('names the next free times by day, each with the link that books it', () => {
  const text = timesText(type, [at('2026-12-01T08:00:00.000Z'), at('2026-12-02T23:30:00.000Z')], 'Europe/Berlin') ?? '';
  expect(text).toContain('“Intro” takes 30 minutes. Times are in the zone Europe/Berlin.');
  expect(text).toMatch(/Tuesday.*1.*2026\n {2}0?9:00.*\?date=2026-12-01&slot=2026-12-01T08%3A00%3A00\.000Z/);
  // A date is the host's: this one is Thursday in Berlin.
  expect(text).toMatch(/Thursday.*3.*2026\n.*\?date=2026-12-03&slot=/);
  expect(text).toMatch(/Or choose another time: https:\/\/book\.example\.com\/ann\/intro$/);
});

test('of many times it names four a day that lie apart, on three days', () => {
  const slots = ['01', '02', '03', '04'].flatMap((day) => every(day, 12));
  const text = timesText(type, slots, 'UTC') ?? '';
  expect(text.match(/slot=2026-12-01T(\d\d)/g)?.map((slot) => slot.slice(-2))).toEqual(['08', '11', '14', '17']);
  expect(text.match(/slot=/g)).toHaveLength(12);
  expect(text).not.toContain('slot=2026-12-04');
});

test('without free times there is nothing to say', () => {
  expect(timesText(type, [], 'UTC')).toBeNull();
});
