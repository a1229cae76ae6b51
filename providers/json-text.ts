/**
 * What a text says as JSON; undefined where it is none. Texts in it lose what Postgres cannot store (NUL, lone halves of
 * surrogate pairs), so that one notification with such a character does not fail those that are stored with it.
 */
export function readJson(text: Buffer | string): unknown {
  try {
    return JSON.parse(String(text), (_, value: unknown) => (typeof value === 'string' ? storable(value) : value));
  } catch {
    return undefined;
  }
}

const storable = (text: string) => text.replaceAll('\0', '').toWellFormed();
