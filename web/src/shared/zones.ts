import { cityOf } from '#domain/zone-names.ts';

/** The zone this browser lives in. */
export const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Whether this browser can tell the time there; old and new names are both known. */
export function isZone(zone: string | null): zone is string {
  if (zone === null || !/^[a-z]/i.test(zone)) return false;
  try {
    offsetOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** "GMT+1" at that instant. */
export function offsetOf(zone: string, at: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** "Berlin (GMT+1)": how a zone is named beside times. */
export function zoneName(zone: string, at?: Date): string {
  return zone === 'UTC' ? 'UTC' : `${cityOf(zone)} (${offsetOf(zone, at)})`;
}

/** Minutes ahead of UTC, read from `GMT+5:30`. */
export function minutesAhead(offset: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+−-])(\d+)(?::(\d+))?/.exec(offset) ?? [];
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}
