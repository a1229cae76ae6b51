import type { User } from '#db/entities/user.ts';
import type { Me } from './schema.ts';

export function presentMe(user: User): Me {
  const { id, email, name, handle, timeZone, onProviderDelete, onProviderMove } = user;
  return { id, email, name, handle, timeZone, onProviderDelete, onProviderMove };
}
