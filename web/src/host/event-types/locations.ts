import type { Integration } from '../data/integrations.ts';
import type { IconName } from '../parts/icons.tsx';

interface OwnLocation {
  readonly kind: string;
  readonly name: string;
  readonly icon: IconName;
  /** What its value is called, and an example. */
  readonly asks: string;
  readonly example: string;
}

/** Places that need no meeting platform. */
export const OWN_LOCATIONS: readonly OwnLocation[] = [
  { kind: 'link', name: 'A link of your own', icon: 'link', asks: 'Link', example: 'https://…' },
  { kind: 'phone', name: 'Phone call', icon: 'phone', asks: 'Number to call (optional)', example: '+49 30 1234567' },
  { kind: 'in_person', name: 'In person', icon: 'pin', asks: 'Address (optional)', example: 'Street, city' },
];

/** What a location is called; platforms have the name the server gives them. */
export function locationName(kind: string, integrations: readonly Integration[] = []): string {
  return (
    integrations.find(({ provider }) => provider === kind)?.name ??
    OWN_LOCATIONS.find((own) => own.kind === kind)?.name ??
    PLATFORM_NAMES[kind] ??
    kind
  );
}

// Shown until the server's names are there.
const PLATFORM_NAMES: Record<string, string> = { zoom: 'Zoom', teams: 'Microsoft Teams', meet: 'Google Meet' };

export const locationIcon = (kind: string): IconName => OWN_LOCATIONS.find((own) => own.kind === kind)?.icon ?? 'video';
