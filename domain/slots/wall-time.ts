/** Wall times are texts `HH:MM`; `24:00` and beyond are on the next day. */

export const DAY_MINUTES = 1_440;

/** Minutes since 00:00 of a wall time; 1440 for `24:00`. */
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
