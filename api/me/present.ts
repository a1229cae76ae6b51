import type { User } from '#db/entities/user.ts';
import type { Me } from './schema.ts';

/** A host's own profile and wishes. */
export function presentMe(user: User): Me {
  const { id, email, name, handle, timeZone, onProviderDelete, onProviderMove } = user;
  return { id, email, name, handle, timeZone, onProviderDelete, onProviderMove };
}
