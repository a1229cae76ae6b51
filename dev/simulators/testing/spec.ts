import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';

/** Vendors' specifications lie beside the checkout; they are not ours to publish. */
const FOLDER = resolve(import.meta.dirname, '../../../../shared/specs');

/** Why tests against this specification are skipped, or null where it is there. */
export const missingSpec = (file: string): string | null =>
  existsSync(resolve(FOLDER, file)) ? null : `${file} is not beside this checkout (../shared/specs)`;

/** Holds answers against the schemas of an OpenAPI document. */
export interface Spec {
  /** What is wrong with a body, by the JSON pointer of its schema in the document; empty where nothing is. */
  problems(pointer: readonly string[], body: unknown): string[];
  /** The same for an answer to `method path`. */
  answerProblems(method: string, path: string, status: number, body: unknown): string[];
}

export function openSpec(file: string): Spec {
  const document = JSON.parse(readFileSync(resolve(FOLDER, file), 'utf8')) as AnySchemaObject;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/);
  ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
  ajv.addFormat('email', /^[^@\s]+@[^@\s]+$/);
  ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });
  ajv.addSchema(withNullable(document) as AnySchemaObject, 'spec');
  const problems: Spec['problems'] = (pointer, body) => {
    const escaped = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
    const validate = ajv.getSchema(`spec#/${escaped.join('/')}`);
    if (validate === undefined) throw new Error(`The specification has nothing at ${pointer.join(' ')}`);
    if (validate(body) === true) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
  return {
    problems,
    answerProblems: (method, path, status, body) =>
      problems(
        ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', 'application/json', 'schema'],
        body,
      ),
  };
}

/** OpenAPI 3.0 says `nullable: true` where JSON Schema has a union with null. */
function withNullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNullable);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withNullable(value)]));
  if (copy['nullable'] === true && typeof copy['type'] === 'string') {
    copy['type'] = [copy['type'], 'null'];
    if (Array.isArray(copy['enum'])) copy['enum'] = [...(copy['enum'] as unknown[]), null];
  }
  return copy;
}
