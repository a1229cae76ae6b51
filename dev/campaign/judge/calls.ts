import { overlappingCalls } from '#dev/clients/overlaps.ts';
import type { Rule } from './verdict.ts';

/** Reading does no harm at any time. */
const CHANGES = new Set(['create', 'update', 'delete']);

/** Calls that change one meeting are never under way at the same time. */
export const judgeCalls: Rule = ({ calls, bookings }) =>
  overlappingCalls(calls.filter(({ operation }) => CHANGES.has(operation))).map(({ marker, first, second }) => ({
    rule: 'calls',
    about: bookings.find(({ conferences }) => conferences.some((row) => row.marker === marker))?.guest.label ?? 'all',
    expected: 'one call after the other',
    seen: [first, second]
      .map((call) => `${call.operation} #${call.seq} ${call.startedAt}–${call.endedAt ?? '…'}`)
      .join(' and '),
  }));
