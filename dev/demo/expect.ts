/** The first thing that is not so ends the demo. @throws Error saying what was expected and what was seen */
export function expectSame<T>(what: string, seen: T, expected: T): void {
  if (!Object.is(seen, expected))
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, saw ${JSON.stringify(seen)}`);
}

/** @throws Error saying what is not so */
export function expectThat(what: string, isSo: boolean): asserts isSo {
  if (!isSo) throw new Error(`Not so: ${what}`);
}
