import type { Visibility } from '../data/event-types.ts';
import type { Words } from '../text.ts';

/** Who finds an event type and who can book it. */
export const VISIBILITIES = [
  { value: 'live', label: 'types.live', description: 'types.liveHint' },
  { value: 'unlisted', label: 'types.unlisted', description: 'types.unlistedHint' },
  { value: 'off', label: 'types.off', description: 'types.offHint' },
] as const satisfies readonly { readonly value: Visibility; readonly label: Words; readonly description: Words }[];

/** The visibility that a control chose. */
export const visibilityOf = (chosen: string): Visibility =>
  VISIBILITIES.find(({ value }) => value === chosen)?.value ?? 'off';
