import { wrap } from '@mikro-orm/postgresql';

/** A row as it is stored, for a person who asks what we hold; `without` names columns that are not for their eyes. */
export function asStored(row: object, without: readonly string[] = []): Record<string, unknown> {
  const columns = Object.entries(wrap(row).toPOJO()).filter(([name]) => !without.includes(name));
  return Object.fromEntries(columns);
}
