/** What differs from provider to provider in a connection's life, as their documents have it. */
export interface ProviderTraits {
  readonly id: string;
  /** The shape of a join link. */
  readonly link: RegExp;
  /** Whether an API call ends one app's grant. */
  readonly revokes: boolean;
  /** Whether the meeting stands in the host's calendar, so that the host needs no file of ours. */
  readonly inHostCalendar: boolean;
}

export const PROVIDERS: readonly ProviderTraits[] = [
  {
    id: 'zoom',
    link: /^https:\/\/[\w.]*zoom\.us\/j\/\d+/,
    revokes: true,
    inHostCalendar: false,
  },
  {
    id: 'teams',
    link: /^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//,
    revokes: false,
    inHostCalendar: true,
  },
  {
    id: 'meet',
    link: /^https:\/\/meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/,
    revokes: true,
    inHostCalendar: true,
  },
];
