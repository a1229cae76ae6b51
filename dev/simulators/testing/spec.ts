import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import { FORMATS, toJsonSchema } from '#test/contract/json-schema.ts';

/** Providers' specifications lie beside the checkout; they are not ours to publish. */
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

/** Reads a provider's document and compiles its schemas when they are asked for. */
export function openSpec(file: string): Spec {
  const document: unknown = JSON.parse(readFileSync(resolve(FOLDER, file), 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, formats: FORMATS });
  ajv.addSchema(toJsonSchema(document) as AnySchemaObject, 'spec');
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
