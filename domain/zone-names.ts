/** Names that browsers and runtimes still give some zones (CLDR never changes them), and those of today (IANA). */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Names of cities that their zone's name leaves incomplete. */
const CITIES: Readonly<Record<string, string>> = {
  'Asia/Ho_Chi_Minh': 'Ho Chi Minh City',
  'Atlantic/Faroe': 'Faroe Islands',
};

/** A zone under its name of today: `Asia/Kolkata` of `Asia/Calcutta`. */
export const zoneToday = (zone: string): string => RENAMED[zone] ?? zone;

/**
 * The one name we use of a zone, given by any name that the runtime knows, in any letter case: `America/New_York` of
 * `us/eastern`, `Asia/Kolkata` of `Asia/Calcutta`. Null where it knows none.
 */
export function canonicalZone(zone: string): string | null {
  const found = canonical.get(zone);
  if (found !== undefined) return found;
  const name = nameOf(zone);
  // What is none may be anything, and is not kept.
  if (name !== null && canonical.size < MOST_KEPT) canonical.set(zone, name);
  return name;
}

/** Names that were asked for, since asking costs the better part of a millisecond; in all letter cases there are too many to keep. */
const canonical = new Map<string, string>();
const MOST_KEPT = 1_000;

function nameOf(zone: string): string | null {
  // An offset such as `+01:00` would pass for a zone too; names begin with a letter.
  if (!/^[a-z]/i.test(zone)) return null;
  try {
    return zoneToday(new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone);
  } catch {
    return null;
  }
}

/** The name a zone had before it was renamed, which older browsers and runtimes know it by; null where it had none. */
export function zoneBefore(zone: string): string | null {
  return Object.keys(RENAMED).find((former) => RENAMED[former] === zone) ?? null;
}

/** Whether a zone is that of UTC, under any of its names. */
export const isUtc = (zone: string): boolean => /^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal|Greenwich)$/.test(zone);

/** "Berlin" of `Europe/Berlin`, "Kolkata" of `Asia/Calcutta`. */
export function cityOf(zone: string): string {
  const today = zoneToday(zone);
  return CITIES[today] ?? today.slice(today.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
