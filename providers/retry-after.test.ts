import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.parse('2025-01-19T23:59:00Z');
const DAY = 86_400_000;

test.each([
  ['whole seconds', '120', 120_000],
  ['no wait', '0', 0],
  ['decimal seconds (Graph)', '2.128', 2_128],
  ['surrounding space', ' 7 ', 7_000],
  ['an HTTP date', 'Mon, 20 Jan 2025 00:00:00 GMT', 60_000],
  ['an ISO instant (Zoom)', '2025-01-20T00:00:00Z', 60_000],
  ['an instant that has passed', '2025-01-19T00:00:00Z', 0],
  ['more than a day', '999999999', DAY],
  ['a far instant', '2031-01-01T00:00:00Z', DAY],
  ['nothing', '', undefined],
  ['no header', null, undefined],
  ['words', 'soon', undefined],
  ['a negative number', '-5', 0],
])('%s', (_what, header, wait) => {
  expect(retryAfterMs(header, NOW)).toEqual(wait);
});
