import { t } from '../t.ts';

interface Place {
  readonly kind: string;
  /** The provider's, where there is one. */
  readonly name: string;
  /** The host's, where there is one. */
  readonly label?: string | null;
}

/** What people call a place: "Zoom", "Phone call". */
export function placeName({ kind, name, label }: Place): string {
  if (label) return label;
  if (kind === 'phone') return t('place.phone');
  if (kind === 'in_person') return t('place.inPerson');
  return kind === 'link' ? t('place.online') : name;
}

/** "Zoom or Phone call". */
export const placesText = (places: readonly Place[]): string =>
  [...new Set(places.map(placeName))].reduce((first, second) => t('place.or', { first, second }));
