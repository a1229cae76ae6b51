import { isZone, offsetOf } from '../../shared/zones.ts';

/** "Europe/Berlin (GMT+1)": how a zone is named beside a host's times. */
export function zoneLabel(timeZone: string, at?: Date): string {
  const name = timeZone.replaceAll('_', ' ');
  return timeZone === 'UTC' || !isZone(timeZone) ? name : `${name} (${offsetOf(timeZone, at)})`;
}
