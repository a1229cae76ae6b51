import { expect, test } from 'vitest';
import type { BookingStatus } from './booking.ts';
import { supersededMails, type OpenMail, RECOVERED } from './outbox.ts';

const startsAt = Date.parse('2026-12-01T09:00:00Z');
const mails: readonly OpenMail[] = [
  { id: '1', kind: 'confirmed', cause: 'revision-1', recipient: 'host' },
  { id: '2', kind: 'changed_at_provider', cause: 'moved-1-2', recipient: 'host' },
  { id: '3', kind: 'cancelled', cause: 'revision-2', recipient: 'host' },
  { id: '4', kind: 'changed_at_provider', cause: `${RECOVERED}row`, recipient: 'host' },
];

test.each<[BookingStatus, string[]]>([
  ['cancelled', ['3', '4']],
  ['expired', ['4']],
  ['completed', ['4']],
])('of a %s booking its end is told, and that its meeting was brought back', (status, told) => {
  const superseded = supersededMails(mails, {
    status,
    startsAt,
    hasBegun: false,
    linkReady: false,
    guestWantsReminders: true,
  });
  expect(mails.flatMap(({ id }) => (superseded.has(id) ? [] : [id]))).toEqual(told);
});
