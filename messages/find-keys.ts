/**
 * Those of the keys that a program says: written out as 'area.key', or begun as `area.${…}` where the rest varies. The
 * program may be source or what was built of it.
 */
export function keysIn(program: string, keys: readonly string[]): string[] {
  const literals = new Set(Array.from(program.matchAll(/(['"`])([\w.-]+)\1/g), ([, , text = '']) => text));
  const begun = Array.from(program.matchAll(/`([\w.-]+\.)\$\{/g), ([, begin = '']) => begin);
  return keys.filter((key) => literals.has(key) || begun.some((begin) => key.startsWith(begin)));
}
