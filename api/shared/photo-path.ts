import type { User } from '#db/entities/user.ts';

/** Where a host's photo is shown, as a path of our origin; null where there is none. */
export const photoPath = ({ image }: Pick<User, 'image'>): string | null =>
  image ? `/static/photos/${image}.jpg` : null;
