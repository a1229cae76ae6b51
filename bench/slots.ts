/**
 * `npx node bench/slots.ts`: how long the slot rules take for a month with 500 meetings in it, in microseconds and as
 * many times as long as the least that could do: one pass over two lists of numbers. And how the time grows: twice the
 * days and meetings should take about twice as long.
 */
import { measureSlotRules } from './slot-rules.ts';

const { month, least, growth } = measureSlotRules();
console.log(
  `31 days with 500 meetings: ${month.toFixed(0)} µs, ${(month / least).toFixed(1)} times the least (${least.toFixed(0)} µs); ` +
    `62 days with 1,000: ${growth.toFixed(1)} times as long`,
);
