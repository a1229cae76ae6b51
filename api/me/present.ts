import type { User } from '#db/entities/user.ts';
import { readableEmail } from '#mail/addresses.ts';
import { photoPath } from '../shared/photo-path.ts';
import type { Me } from './schema.ts';

/** A host's own profile and settings. */
export function presentMe(user: User): Me {
  const {
    id,
    email,
    name,
    handle,
    timeZone,
    locale,
    hourCycle,
    weekStart,
    guestLanguage,
    onProviderDelete,
    onProviderMove,
    embedSites,
    bio,
    welcome,
    accentColour,
  } = user;
  const firstSteps = { done: [...(user.firstSteps?.done ?? [])], hidden: user.firstSteps?.hidden ?? false };
  return {
    id,
    email: readableEmail(email),
    name,
    handle,
    timeZone,
    locale,
    hourCycle,
    weekStart,
    writingChosen: [...(user.writingChosen ?? [])],
    guestLanguage: guestLanguage ?? null,
    maxPerDay: user.maxPerDay ?? null,
    maxPerWeek: user.maxPerWeek ?? null,
    maxPerMonth: user.maxPerMonth ?? null,
    trips: (user.trips ?? []).map((trip) => ({ ...trip })),
    holidays: user.holidays ? { ...user.holidays, worked: [...user.holidays.worked] } : null,
    onProviderDelete,
    onProviderMove,
    firstSteps,
    embedSites: [...(embedSites ?? [])],
    bio,
    welcome,
    accentColour: accentColour ?? null,
    photo: photoPath(user),
    showsLoginEmail: user.showsLoginEmail,
    contactEmail: user.contactEmail ? readableEmail(user.contactEmail) : null,
  };
}
