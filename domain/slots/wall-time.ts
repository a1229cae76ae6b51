/** Wall times are texts `HH:MM`. */
export const END_OF_DAY = '24:00';

/** Minutes since 00:00 of a wall time; 1440 for `24:00`. */
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
