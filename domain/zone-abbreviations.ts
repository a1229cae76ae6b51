import { minutesAheadIn, offsetIn } from './wall-clock.ts';
import { isUtc, zoneToday } from './zone-names.ts';

/**
 * The letters by which people know the time of a zone: in winter, and in summer where the clocks change. Written down,
 * since every browser and runtime knows others, and page and mail must say the same.
 */
const ABBREVIATIONS: readonly (readonly [letters: string, zones: string])[] = [
  ['HST', 'Pacific/Honolulu'],
  ['AKST AKDT', 'America/Anchorage America/Juneau America/Nome America/Sitka'],
  ['PST PDT', 'America/Los_Angeles America/Vancouver America/Tijuana'],
  ['MST MDT', 'America/Denver America/Edmonton America/Boise'],
  ['MST', 'America/Phoenix'],
  ['CST CDT', 'America/Chicago America/Winnipeg'],
  ['CST', 'America/Mexico_City America/Monterrey America/Guatemala America/Costa_Rica America/Regina'],
  [
    'EST EDT',
    'America/New_York America/Toronto America/Detroit America/Indiana/Indianapolis America/Kentucky/Louisville America/Nassau',
  ],
  ['EST', 'America/Panama America/Jamaica America/Cancun'],
  ['AST ADT', 'America/Halifax Atlantic/Bermuda'],
  ['AST', 'America/Puerto_Rico America/Santo_Domingo'],
  ['NST NDT', 'America/St_Johns'],
  ['GMT BST', 'Europe/London'],
  ['GMT IST', 'Europe/Dublin'],
  ['WET WEST', 'Atlantic/Canary Atlantic/Madeira Atlantic/Faroe'],
  ['CET', 'Africa/Algiers Africa/Tunis'],
  ['EET EEST', 'Asia/Beirut Asia/Nicosia Africa/Cairo'],
  ['MSK', 'Europe/Moscow'],
  ['WAT', 'Africa/Lagos Africa/Kinshasa Africa/Luanda'],
  ['CAT', 'Africa/Maputo Africa/Harare Africa/Lusaka'],
  ['EAT', 'Africa/Nairobi Africa/Addis_Ababa Africa/Kampala Africa/Dar_es_Salaam'],
  ['SAST', 'Africa/Johannesburg'],
  ['IST IDT', 'Asia/Jerusalem'],
  ['GST', 'Asia/Dubai Asia/Muscat'],
  ['PKT', 'Asia/Karachi'],
  ['IST', 'Asia/Kolkata Asia/Colombo'],
  ['ICT', 'Asia/Bangkok Asia/Ho_Chi_Minh'],
  ['WIB', 'Asia/Jakarta'],
  ['HKT', 'Asia/Hong_Kong'],
  ['SGT', 'Asia/Singapore'],
  ['MYT', 'Asia/Kuala_Lumpur'],
  ['JST', 'Asia/Tokyo'],
  ['KST', 'Asia/Seoul'],
  ['AWST', 'Australia/Perth'],
  ['ACST ACDT', 'Australia/Adelaide'],
  ['ACST', 'Australia/Darwin'],
  ['AEST AEDT', 'Australia/Sydney Australia/Melbourne Australia/Hobart'],
  ['AEST', 'Australia/Brisbane'],
  ['NZST NZDT', 'Pacific/Auckland'],
];

const lettersOf = new Map(
  ABBREVIATIONS.flatMap(([letters, zones]) => zones.split(' ').map((zone) => [zone, letters.split(' ')] as const)),
);

/** All other zones of Europe whose clocks change, by their offsets in winter. */
const EUROPEAN: Readonly<Record<number, readonly [winter: string, summer: string]>> = {
  0: ['WET', 'WEST'],
  60: ['CET', 'CEST'],
  120: ['EET', 'EEST'],
};

/** "EST" or, in summer, "EDT"; "GMT+5:45" where a zone has no letters of its own. */
export function zoneLetters(zone: string, instant: string | number): string {
  if (isUtc(zone)) return 'UTC';
  const [winter, summer] = lettersOf.get(zoneToday(zone)) ?? europeanLetters(zone, instant) ?? [];
  if (winter === undefined) return offsetIn(zone, instant);
  return summer !== undefined && isSummer(zone, instant) ? summer : winter;
}

/** Whether the clocks are ahead of where they stand half a year away. */
const isSummer = (zone: string, instant: string | number): boolean =>
  minutesAheadIn(zone, instant) > Math.min(...halvesOf(zone, instant));

/** Minutes ahead of UTC in January and in July of that year. */
function halvesOf(zone: string, instant: string | number): number[] {
  const year = new Date(instant).getUTCFullYear();
  return [Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)].map((half) => minutesAheadIn(zone, half));
}

function europeanLetters(zone: string, instant: string | number) {
  const [winter = 0, summer = 0] = halvesOf(zone, instant);
  return zone.startsWith('Europe/') && summer === winter + 60 ? EUROPEAN[winter] : undefined;
}
