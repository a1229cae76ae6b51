import { isTimeZone } from '#domain/slots/time-zone.ts';
import { type PageCall, sendView } from '../page.ts';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** `?choose=zone`: the list of time zones for browsers without scripts. */
export async function sendZones(call: PageCall, usual: string): Promise<void> {
  const asked = (call.query.get('tz') ?? '').replaceAll(' ', '+');
  const zone = isTimeZone(asked) ? asked : usual;
  await sendView(call, { kind: 'zones', zone, zones: ZONES.includes(zone) ? ZONES : [zone, ...ZONES] });
}
