export const MINUTE = 60_000;
export const DAY = 86_400_000;
/** Seven days of elapsed time; a calendar week with a change of the clocks is an hour longer or shorter. */
export const WEEK = 7 * DAY;
