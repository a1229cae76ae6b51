export type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same object where fields without a value are not there at all, as stored JSON has them. */
export function withoutUndefined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}
