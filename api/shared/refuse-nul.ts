import { invalid } from '../problem.ts';

/**
 * Postgres stores no NUL, and a statement with one in it ends the connection: it is refused at the border. Goes level by
 * level instead of calling itself, since 64 kB hold more levels than a call stack.
 * @throws Problem `validation_failed` with the place of the first one
 */
export function refuseNul(root: unknown): void {
  const found = [{ value: root, pointer: '' }];
  for (const { value, pointer } of found) {
    if (typeof value === 'string' && value.includes('\0')) throw invalid(pointer, 'A character here cannot be stored.');
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, part] of Object.entries(value)) {
      if (name.includes('\0')) throw invalid(pointer, 'A name here cannot be stored.');
      found.push({ value: part, pointer: `${pointer}/${name}` });
    }
  }
}
