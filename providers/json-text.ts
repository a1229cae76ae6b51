/** What a text says as JSON; undefined where it is none. */
export function readJson(text: Buffer | string): unknown {
  try {
    return JSON.parse(String(text)) as unknown;
  } catch {
    return undefined;
  }
}
