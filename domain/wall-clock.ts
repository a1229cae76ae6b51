const MINUTE_MS = 60_000;
/** Formats cost time to make, so each is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(name: string, language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${options.timeZone}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language, options);
    formats.set(key, format);
  }
  return format;
}

/** The calendar date, `2026-12-01`, of an instant in a zone. @throws RangeError for an unknown zone */
export function dateIn(timeZone: string, instant: string | number): string {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return formatOf('date', 'en-CA', options).format(new Date(instant));
}

/** "14:30" of an instant in a zone. @throws RangeError for an unknown zone */
export function timeIn(timeZone: string, instant: string | number): string {
  const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return formatOf('time', 'en-GB', options).format(new Date(instant));
}

/** How many minutes a zone's clocks are ahead of UTC at that instant, worked out by hand: browsers before 2022 do not write it. */
export function minutesAheadIn(timeZone: string, instant: string | number): number {
  const wall = Date.parse(`${dateIn(timeZone, instant)}T${timeIn(timeZone, instant)}:00Z`);
  return Math.round(wall / MINUTE_MS) - Math.floor(new Date(instant).getTime() / MINUTE_MS);
}

/** "GMT+5:30" at that instant. @throws RangeError for an unknown zone */
export function offsetIn(timeZone: string, instant: string | number): string {
  const ahead = minutesAheadIn(timeZone, instant);
  if (ahead === 0) return 'GMT';
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  return `GMT${ahead < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}
