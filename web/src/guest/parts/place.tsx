import { PhoneIcon, PlaceIcon, VideoIcon } from './icons.tsx';

const NAMES: Readonly<Record<string, string>> = {
  zoom: 'Zoom',
  teams: 'Microsoft Teams',
  meet: 'Google Meet',
  link: 'Online',
  phone: 'Phone call',
  in_person: 'In person',
};

/** What a location is called; a provider we have no words for keeps its own name. */
export const placeName = (kind: string) => NAMES[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1);

/** The location's picture. */
export function PlaceMark({ kind }: { readonly kind: string }) {
  if (kind === 'phone') return <PhoneIcon />;
  return kind === 'in_person' ? <PlaceIcon /> : <VideoIcon />;
}
