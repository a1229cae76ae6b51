import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockChanges, questions, schedules, ZONES } from '#test/slots/arbitraries.ts';
import { groupByDate } from './group-by-date.ts';
import { expectedRefusal, gridOf, hits, isOpen, periodName } from '#test/slots/restated.ts';
import { explainSlots, judgeSlot, offeredSlots } from './slots.ts';
import { localDate } from './time-zone.ts';
import type { AvailabilityQuery } from './types.ts';
import { DAY, MINUTE } from './units.ts';
import { availabilityWindows } from '#test/slots/availability-windows.ts';

const RUNS = 8;

describe.each(ZONES)('around every change of the clocks in %s', (timeZone) => {
  const changes = clockChanges(timeZone);
  const situation = fc.constantFrom(...changes).chain((change) => questions(timeZone, change));
  // Every change gets its own runs; `always` takes what to check in each situation.
  const always = (check: (question: AvailabilityQuery) => void, runs = RUNS) => {
    for (const change of changes)
      fc.assert(
        fc.property(questions(timeZone, change), (question) => check(question)),
        { numRuns: runs },
      );
  };

  test('windows are exactly the open hours', () => {
    for (const change of changes) {
      fc.assert(
        fc.property(schedules(timeZone, change), fc.integer({ min: -500, max: 500 }), (schedule, offset) => {
          const windows = availabilityWindows(schedule, { from: change - 2 * DAY, to: change + 2 * DAY });
          const near = [change - 5 * MINUTE, change, change + offset * 5 * MINUTE, change + offset * 5 * MINUTE - 1];
          for (const instant of near)
            expect(windows.some(({ from, to }) => from <= instant && instant < to)).toBe(isOpen(schedule, instant));
        }),
        { numRuns: 2 * RUNS },
      );
    }
  });

  test('every start of the windows’ grid is offered, or refused for the reason that holds', () => {
    always((question) => {
      const { schedule, rules, range } = question;
      const interval = (rules.slotIntervalMinutes ?? rules.durationMinutes) * MINUTE;
      const wide = { from: range.from - 12 * DAY, to: range.to + 12 * DAY };
      const explained = explainSlots(question);
      const expected = availabilityWindows(schedule, wide)
        .flatMap((window) => gridOf(window, interval, timeZone).map((startsAt) => ({ startsAt, window })))
        .filter(({ startsAt }) => startsAt >= range.from && startsAt < range.to)
        .map(({ startsAt, window }) => ({ startsAt, refusal: expectedRefusal(question, startsAt, window) }));
      expect(explained).toEqual(expected);
    });
  });

  test('what is offered is accepted and nothing else is', () => {
    always((question) => {
      const explained = explainSlots(question);
      const some = explained.filter((_, index) => index % Math.ceil(explained.length / 4) === 0);
      for (const { startsAt, refusal } of some) expect(judgeSlot(question, startsAt)).toBe(refusal ?? 'offered');
      const starts = new Set(explained.map(({ startsAt }) => startsAt));
      const { from, to } = question.range;
      const elsewhere = [from, to - 1].filter((start) => !starts.has(start));
      for (const start of elsewhere) expect(judgeSlot(question, start)).toBe('outside_hours');
    });
  });

  test('a range cut anywhere offers the same slots', () => {
    always((question) => {
      const { from, to } = question.range;
      const cuts = [from, from + Math.floor((to - from) / 3), from + Math.floor((to - from) / 2) + 1, to];
      const parts = cuts
        .slice(1)
        .flatMap((to, index) => explainSlots({ ...question, range: { from: cuts[index] ?? from, to } }));
      expect(parts).toEqual(explainSlots(question));
    });
  });

  test('guests who book any offered slots never overlap, nor exceed a limit', () => {
    fc.assert(
      fc.property(situation, fc.array(fc.nat(), { minLength: 3, maxLength: 5 }), (question, choices) => {
        const { rules } = question;
        let now: AvailabilityQuery = question;
        for (const choice of choices) {
          const offered = offeredSlots(now);
          const startsAt = offered[choice % offered.length];
          if (startsAt === undefined) break;
          for (const block of now.busy) expect(hits(block, startsAt, now, true)).toBe(false);
          const endsAt = startsAt + rules.durationMinutes * MINUTE;
          now = {
            ...now,
            busy: [...now.busy, { startsAt, endsAt, ...rules }],
            limits: now.limits.map((limit) => ({ ...limit, starts: [...limit.starts, startsAt] })),
          };
        }
        const booked = now.busy.slice(question.busy.length).map(({ startsAt }) => startsAt);
        for (const { starts: before, ...limit } of question.limits)
          for (const start of booked) {
            const period = periodName(limit, start);
            const inPeriod = [...before, ...booked].filter((each) => periodName(limit, each) === period);
            expect(inPeriod.length).toBeLessThanOrEqual(limit.most);
          }
      }),
      { numRuns: 5 * RUNS },
    );
  });

  test('grouping by date puts every start under its own date', () => {
    const starts = changes.flatMap((change) =>
      Array.from({ length: 60 }, (_, step) => change + (step - 30) * 25 * MINUTE),
    );
    for (const { date, starts: ofDate } of groupByDate(starts, timeZone))
      for (const start of ofDate) expect(localDate(start, timeZone)).toBe(date);
  });
});
