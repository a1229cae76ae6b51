/** How a language puts the parts of a time together, its fields in braces; dates and clocks are of `date-words.ts`. */
export interface TimePatterns {
  /** The city whose clocks they are, and the letters of that time: "Berlin time, CET". */
  readonly zone: string;
  /** Where the clocks change during a meeting: "Berlin time, CEST, then CET". */
  readonly zoneChange: string;
  /** "10:30 AM, Thursday, December 3 (New York time, EST)" */
  readonly moment: string;
  /** "10:30 AM, Thursday, December 3" */
  readonly timeOnDay: string;
  /** "Thu, Dec 3, 14:30" */
  readonly shortMoment: string;
  /** "Thu, Dec 3, 14:30 (CET)" */
  readonly shortMomentInZone: string;
  /** "14:30 – 15:00" */
  readonly span: string;
  /** Over midnight: "23:30 – 00:30 (Fri, Jan 1)". */
  readonly spanToDay: string;
}

const ENGLISH: TimePatterns = {
  zone: '{city} time, {letters}',
  zoneChange: '{zone}, then {letters}',
  moment: '{time}, {day} ({zone})',
  timeOnDay: '{time}, {day}',
  shortMoment: '{day}, {time}',
  shortMomentInZone: '{day}, {time} ({letters})',
  span: '{start} – {end}',
  spanToDay: '{start} – {end} ({endDay})',
};

/** Where the day comes first, so that one can say "bis Donnerstag, 3. Dezember, 10:30". */
const DAY_FIRST = { moment: '{day}, {time} ({zone})', timeOnDay: '{day}, {time}' } as const;

/** Where another language differs; how zones are named is CLDR's `regionFormat`, which `Intl` does not say. */
const BY_LANGUAGE: Readonly<Record<string, Partial<TimePatterns>>> = {
  de: { ...DAY_FIRST, zone: 'Ortszeit {city}, {letters}', zoneChange: '{zone}, dann {letters}' },
  fr: { ...DAY_FIRST, zone: 'heure : {city}, {letters}', zoneChange: '{zone}, puis {letters}' },
  es: { ...DAY_FIRST, zone: 'hora de {city}, {letters}', zoneChange: '{zone}, luego {letters}' },
  pt: { ...DAY_FIRST, zone: 'horário de {city}, {letters}', zoneChange: '{zone}, depois {letters}' },
  it: { ...DAY_FIRST, zone: 'ora di {city}, {letters}', zoneChange: '{zone}, poi {letters}' },
  nl: { zone: 'tijd in {city}, {letters}', zoneChange: '{zone}, daarna {letters}' },
  pl: { zone: 'czas: {city}, {letters}', zoneChange: '{zone}, potem {letters}' },
  ja: {
    zone: '{city}時間、{letters}',
    zoneChange: '{zone}、その後{letters}',
    moment: '{day} {time}（{zone}）',
    timeOnDay: '{day} {time}',
    shortMoment: '{day} {time}',
    shortMomentInZone: '{day} {time}（{letters}）',
    span: '{start}～{end}',
    spanToDay: '{start}～{end}（{endDay}）',
  },
  // Latin letters are fenced off (UAX #9, isolates), else those of city and zone would run together.
  ar: {
    zone: 'توقيت \u2068{city}\u2069، \u2068{letters}\u2069',
    zoneChange: '{zone}، ثم \u2068{letters}\u2069',
    moment: '{time}، {day} ({zone})',
    timeOnDay: '{time}، {day}',
    shortMoment: '{day}، {time}',
    shortMomentInZone: '{day}، {time} ({letters})',
  },
};

/** The patterns of a locale's language; English ones where we know no other. */
export const timePatternsOf = (locale: string): TimePatterns => ({
  ...ENGLISH,
  ...BY_LANGUAGE[locale.split('-')[0] ?? ''],
});
