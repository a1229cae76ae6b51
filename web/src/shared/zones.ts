import { timeIn } from '#domain/wall-clock.ts';
import { zoneBefore, zoneToday } from '#domain/zone-names.ts';

/** The zone this browser lives in, under its name of today; null where it does not say, or says what is none, such as `Etc/Unknown`. */
export function browserZone(): string | null {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined;
  return isZone(zone) ? knownZone(zone) : null;
}

/** Whether this browser can tell the time there; old and new names are both known. */
export function isZone(zone: string | null | undefined): zone is string {
  if (zone == null || !/^[a-z]/i.test(zone)) return false;
  try {
    timeIn(zone, 0);
    return true;
  } catch {
    return false;
  }
}

/** The zone under its name of today; an older one where this browser does not know that, else UTC. */
export function knownZone(zone: string): string {
  const today = zoneToday(zone);
  return [today, zoneBefore(today)].find((name) => isZone(name)) ?? 'UTC';
}

/** Minutes ahead of UTC, read from `GMT+5:30`. */
export function minutesAhead(offset: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+−-])(\d{1,2})(?::?(\d{2}))?/.exec(offset) ?? [];
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}
