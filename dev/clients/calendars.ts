import type { LedgerEntry } from '#dev/simulators/core/ledger.ts';

interface Behaviour {
  readonly dialect?: 'google' | 'outlook' | 'apple';
  readonly status?: number;
  readonly delayMs?: number;
  readonly redirect?: string;
  readonly retryAfter?: string;
}

/** The simulated calendar servers at the simulators' base address, by their control surface. */
export interface CalendarServers {
  /** Publishes a calendar, or without a text changes how its server behaves. Returns its address. */
  publish(name: string, text: string, behaviour?: Behaviour): Promise<string>;
  /** The status of every reading of a calendar so far. */
  readings(name: string): Promise<number[]>;
}

export function openCalendarServers(base: string): CalendarServers {
  return {
    async publish(name, text, behaviour = {}) {
      const query = new URLSearchParams(
        Object.entries(behaviour).map(([key, value]): [string, string] => [key, String(value)]),
      );
      const answer = await fetch(`${base}/_sim/calendars/${name}?${query}`, { method: 'PUT', body: text });
      if (!answer.ok) throw new Error(`The calendar was not published: ${await answer.text()}`);
      return `${base}/calendars/${name}.ics`;
    },
    async readings(name) {
      const answer = await fetch(`${base}/_sim/calendars/ledger`);
      const { items } = (await answer.json()) as { items: LedgerEntry[] };
      return items.filter(({ meetingId }) => meetingId === name).map(({ status }) => status);
    },
  };
}

interface CalendarEntry {
  readonly from: Date;
  readonly to: Date;
  readonly uid?: string;
  readonly lines?: readonly string[];
}

const utc = (time: Date) => time.toISOString().replace(/[-:]|\.\d+/g, '');

/** A calendar file with these entries, in UTC. */
export function calendarText(entries: readonly CalendarEntry[]): string {
  const lines = entries.flatMap(({ from, to, uid = `${utc(from)}@example.com`, lines = [] }) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(from)}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(to)}`,
    'SUMMARY:Secret of the host',
    ...lines,
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}
