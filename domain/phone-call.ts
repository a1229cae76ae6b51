interface Place {
  readonly kind: string;
  readonly value?: string | null | undefined;
}

/** Whether the host calls the guest, whose number is needed then: a phone call for which the host has given no number. */
export const hostCallsGuest = ({ kind, value }: Place): boolean => kind === 'phone' && !value;

/** Who dials which number, as far as it is known; null where the meeting is no phone call. */
export function phoneCallOf(
  place: Place,
  guestPhone: string | null,
): { caller: 'host' | 'guest'; number: string | null } | null {
  if (place.kind !== 'phone') return null;
  return place.value ? { caller: 'guest', number: place.value } : { caller: 'host', number: guestPhone };
}

/** A number as a link that dials it (RFC 3966), its extension apart; null for a text without enough digits. */
export function telUri(number: string): string | null {
  const [, main = number, extension] = /^(.*?)(?:ext\.?|extension|x|#) ?(\d{1,7})$/i.exec(number) ?? [];
  const digits = main.replace(/\D/g, '');
  if (digits.length < 5 || /\p{L}/u.test(main)) return null;
  return `tel:${main.trim().startsWith('+') ? '+' : ''}${digits}${extension === undefined ? '' : `;ext=${extension}`}`;
}
