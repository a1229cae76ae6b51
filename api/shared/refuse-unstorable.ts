import { invalid } from '../problem.ts';

/**
 * Postgres stores neither NUL nor a lone half of a surrogate pair (in JSON it fails the statement, elsewhere it becomes
 * another character): both are refused at the border. So is a field `__proto__`, which copies of the object would lose.
 * Goes level by level instead of calling itself, since 64 kB hold more levels than a call stack.
 * @throws Problem `validation_failed` with the place of the first one
 */
export function refuseUnstorable(root: unknown): void {
  const found = [{ value: root, pointer: '' }];
  for (const { value, pointer } of found) {
    if (typeof value === 'string' && !isStorable(value))
      throw invalid(pointer, 'This text contains a character that cannot be stored.');
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, part] of Object.entries(value)) {
      if (!isStorable(name) || name === '__proto__') throw invalid(pointer, 'A field name here cannot be stored.');
      found.push({ value: part, pointer: `${pointer}/${name}` });
    }
  }
}

const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0');
