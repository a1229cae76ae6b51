import { invalid } from '../problem.ts';

/**
 * Postgres stores no NUL, and a statement with one in it ends the connection: it is refused at the border.
 * @throws Problem `validation_failed` with the place of the first one
 */
export function refuseNul(value: unknown, pointer = ''): void {
  if (typeof value === 'string' && value.includes('\0')) throw invalid(pointer, 'A character here cannot be stored.');
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (name.includes('\0')) throw invalid(pointer, 'A name here cannot be stored.');
    refuseNul(part, `${pointer}/${name}`);
  }
}
