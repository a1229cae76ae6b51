import { canonicalZone, zoneToday } from '#domain/zone-names.ts';
import { type PageCall, sendView } from '../page.ts';

const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(zoneToday).toSorted()])];

/** `?choose=zone`: the list of time zones for browsers without scripts. */
export async function sendZones(call: PageCall, usual: string): Promise<void> {
  const asked = (call.query.get('tz') ?? '').replaceAll(' ', '+');
  const zone = canonicalZone(asked) ?? zoneToday(usual);
  await sendView(call, { kind: 'zones', zone, zones: ZONES.includes(zone) ? ZONES : [zone, ...ZONES] });
}
