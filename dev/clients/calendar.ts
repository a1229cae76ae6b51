/** The properties of a calendar file that tests ask for, by name. */
export interface CalendarEntry {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly startsAt: string;
  /** Where to join; empty where it says nothing of it. */
  readonly url: string;
  readonly text: string;
}

/** Reads one unfolded VEVENT; times are expected in UTC (RFC 5545 §3.3.5 form 2). */
export function readCalendar(text: string): CalendarEntry {
  const value = (name: string) => new RegExp(`^${name}(?:;[^:\\r\\n]*)?:(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(value('DTSTART')) ?? [];
  return {
    method: value('METHOD'),
    uid: value('UID'),
    sequence: Number(value('SEQUENCE') || '0'),
    status: value('STATUS'),
    startsAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`,
    url: value('URL'),
    text,
  };
}
