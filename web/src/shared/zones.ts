import { cityOf, zoneBefore } from '#domain/zone-names.ts';

/** The zone this browser lives in; null where it does not say, or says what is none, such as `Etc/Unknown`. */
export function browserZone(): string | null {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined;
  return isZone(zone) ? zone : null;
}

/** Whether this browser can tell the time there; old and new names are both known. */
export function isZone(zone: string | null | undefined): zone is string {
  if (zone == null || !/^[a-z]/i.test(zone)) return false;
  try {
    wallClock(zone);
    return true;
  } catch {
    return false;
  }
}

/** The zone under a name that this browser knows: an older one where it does not know that of today, else UTC. */
export const knownZone = (zone: string): string => [zone, zoneBefore(zone)].find((name) => isZone(name)) ?? 'UTC';

const MINUTE_MS = 60_000;
const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** Formats cost time to make, so each is made once. */
function wallClock(zone: string): Intl.DateTimeFormat {
  let format = wallClocks.get(zone);
  if (format === undefined) {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...parts });
    wallClocks.set(zone, format);
  }
  return format;
}

/** "GMT+1" at that instant, worked out by hand: browsers before 2022 do not write it. */
export function offsetOf(zone: string, at: Date = new Date()): string {
  const parts = new Map(
    wallClock(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = (
    ['year', 'month', 'day', 'hour', 'minute'] as const
  ).map((part) => parts.get(part));
  const wall = Date.UTC(year, month - 1, day, hour % 24, minute);
  const ahead = Math.round((wall - Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS) / MINUTE_MS);
  if (ahead === 0) return 'GMT';
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  return `GMT${ahead < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

/** "Berlin (GMT+1)": how a zone is named beside times. */
export function zoneName(zone: string, at?: Date): string {
  return zone === 'UTC' ? 'UTC' : `${cityOf(zone)} (${offsetOf(zone, at)})`;
}

/** Minutes ahead of UTC, read from `GMT+5:30`. */
export function minutesAhead(offset: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+−-])(\d{1,2})(?::?(\d{2}))?/.exec(offset) ?? [];
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}
