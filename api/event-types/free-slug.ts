import { EventType } from '#db/entities/event-type.ts';
import type { Em } from '#db/host-transaction.ts';
import { slugify } from '#domain/handles.ts';

/** A slug made from a title that none of the host's event types has. */
export async function freeSlug(em: Em, hostId: string, title: string): Promise<string> {
  const base = slugify(title, 50) || 'meeting';
  const rows = await em.find(EventType, { host: hostId, slug: { $like: `${base}%` } }, { fields: ['slug'] });
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
