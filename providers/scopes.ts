/** Whether one granted permission covers a needed one; providers differ in prefixes and older names. */
export type Covers = (granted: string, needed: string) => boolean;

/** Scope names of an OAuth answer's `scope` text. */
export function readScopes(text: string): string[] {
  return text.split(/\s+/).filter((scope) => scope !== '');
}

/** The needed permissions that were not granted. */
export function missingScopes(
  granted: readonly string[],
  needed: readonly string[],
  covers: Covers = (one, other) => one === other,
): string[] {
  return needed.filter((scope) => !granted.some((have) => covers(have, scope)));
}
