/** What of a calendar file is read; the lines are unfolded. */
export interface CalendarLines {
  /** `X-WR-TIMEZONE`: the zone a calendar's floating and all-day times are meant in. */
  readonly zone: string | null;
  /** The lines of each `VEVENT`, without those of its alarms. */
  readonly entries: readonly (readonly string[])[];
  /** The lines of each `VTIMEZONE`, by its `TZID`. */
  readonly zones: ReadonlyMap<string, readonly string[]>;
  /** Entries that do not end. */
  readonly broken: number;
}

/** A text that is no calendar file, or not the whole of one: nothing may be concluded from it. */
export class NotACalendar extends Error {
  override readonly name = 'NotACalendar';
}

/**
 * Cuts an iCalendar text (RFC 5545) into the parts that say when its owner is busy, without understanding the rest, so
 * that one broken line costs one entry at most. @throws NotACalendar
 */
export function linesOf(text: string): CalendarLines {
  const lines = unfolded(text);
  if (!isMark(lines[0], 'BEGIN:VCALENDAR') || !isMark(lines.at(-1), 'END:VCALENDAR')) throw new NotACalendar();
  const entries: string[][] = [];
  const zones = new Map<string, string[]>();
  let zone: string | null = null;
  let broken = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isMark(line, 'BEGIN:VEVENT')) {
      const { inside, end } = block(lines, at, 'VEVENT');
      if (inside === null) broken += 1;
      else entries.push(inside);
      at = end;
    } else if (isMark(line, 'BEGIN:VTIMEZONE')) {
      const { end } = block(lines, at, 'VTIMEZONE');
      const whole = lines.slice(at, end + 1);
      const id = whole.find((one) => /^TZID[;:]/i.test(one));
      if (id !== undefined) zones.set(id.slice(id.indexOf(':') + 1).trim(), whole);
      at = end;
    } else if (/^X-WR-TIMEZONE[;:]/i.test(line)) zone = line.slice(line.indexOf(':') + 1).trim();
  }
  return { zone, entries, zones, broken };
}

/** The lines of a component without those of components inside it; null where another one begins before it ends. */
function block(lines: readonly string[], begin: number, name: string): { inside: string[] | null; end: number } {
  const inside: string[] = [];
  let depth = 0;
  for (let at = begin + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isMark(line, `END:${name}`)) return { inside, end: at };
    if (isMark(line, `BEGIN:${name}`) || isMark(line, 'END:VCALENDAR')) return { inside: null, end: at - 1 };
    if (/^BEGIN:/i.test(line)) depth += 1;
    else if (/^END:/i.test(line)) depth = Math.max(0, depth - 1);
    else if (depth === 0) inside.push(line);
  }
  return { inside: null, end: lines.length };
}

/** Long lines are folded (RFC 5545 §3.1), by some programs with a bare line feed. */
function unfolded(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r\n|[\n\r]/)
    .filter((line) => line.trim() !== '');
}

const isMark = (line: string | undefined, mark: string) => line?.trim().toUpperCase() === mark;
