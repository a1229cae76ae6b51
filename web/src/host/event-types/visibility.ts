import type { Visibility } from '../data/event-types.ts';

/** Who finds an event type and who can book it. */
export const VISIBILITIES = [
  { value: 'live', label: 'Live', description: 'It’s on your page, and guests can book it.' },
  { value: 'unlisted', label: 'Unlisted', description: 'It’s not on your page. Guests who have its link can book it.' },
  { value: 'off', label: 'Off', description: 'It can’t be booked.' },
] as const satisfies readonly { readonly value: Visibility; readonly label: string; readonly description: string }[];

/** The visibility that a control chose. */
export const visibilityOf = (chosen: string): Visibility =>
  VISIBILITIES.find(({ value }) => value === chosen)?.value ?? 'off';
