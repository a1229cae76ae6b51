/** Wall times are texts `HH:MM`. */
export const END_OF_DAY = '24:00';

/** Whether a text is `HH:MM`, from 00:00 to 23:59. */
export const isWallTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The end of an interval may also be the end of the day. */
export const isWallTimeEnd = (text: string) => text === END_OF_DAY || isWallTime(text);

/** Minutes since 00:00 of a wall time; 1440 for `24:00`. */
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
