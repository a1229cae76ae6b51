import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { FORMATS, toJsonSchema, withAbsoluteRefs } from './json-schema.ts';

/** A part of an OpenAPI 3.0 document, as far as we read it. */
type Node = { readonly [key: string]: unknown };

export interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  /** Checks one parameter's value. */
  parameter(name: string): ValidateFunction | undefined;
  readonly requestBody: ValidateFunction | undefined;
  readonly requestSchema: unknown;
  /** Null where the status is not declared, undefined where it has no body. */
  responseBody(status: number): ValidateFunction | undefined | null;
}

export interface OpenApi {
  find(method: string, path: string): Operation | undefined;
  /** Follows a `$ref` of the document. */
  resolve(schema: unknown): Node;
}

/** A provider's spec in `../shared/specs`, read in place. */
export const specFile = (name: string) => new URL(`../../../shared/specs/${name}`, import.meta.url);
export const hasSpec = (name: string): boolean => existsSync(specFile(name));

/** Reads an OpenAPI 3.0 document and compiles its schemas on demand. */
export function readOpenApi(name: string): OpenApi {
  const document = toJsonSchema(JSON.parse(readFileSync(specFile(name), 'utf8'))) as Node;
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, logger: false, formats: FORMATS });
  ajv.addSchema(document, 'spec');
  const at = (pointer: string): Node =>
    pointer
      .split('/')
      .slice(1)
      .reduce((node, key) => asNode(node[unescaped(key)]), document);
  const resolve = (schema: unknown): Node => {
    const node = asNode(schema);
    return typeof node['$ref'] === 'string' ? resolve(at(node['$ref'].slice(1))) : node;
  };
  const compiled = new Map<unknown, ValidateFunction>();
  const compile = (schema: unknown): ValidateFunction => {
    const known = compiled.get(schema);
    if (known) return known;
    // References inside point into the whole document.
    const made = ajv.compile(withAbsoluteRefs('spec', schema) as object);
    compiled.set(schema, made);
    return made;
  };

  return {
    resolve,
    find(method, path) {
      const paths = asNode(document['paths']);
      const template = Object.keys(paths)
        .filter((candidate) => patternOf(candidate).test(path))
        .toSorted((a, b) => a.split('{').length - b.split('{').length)[0];
      const item = asNode(paths[template ?? '']);
      const operation = item[method.toLowerCase()];
      if (operation === undefined) return undefined;
      return read(asNode(operation), asNode(item), { resolve, compile });
    },
  };
}

interface Tools {
  readonly resolve: (schema: unknown) => Node;
  readonly compile: (schema: unknown) => ValidateFunction;
}

function read(operation: Node, item: Node, { resolve, compile }: Tools): Operation {
  const parameters = [item['parameters'], operation['parameters']].flatMap((list) => asList(list)).map(resolve);
  const requestSchema = schemaOf(resolve(operation['requestBody'] ?? {}));
  const responses = asNode(operation['responses']);
  return {
    parameters: parameters.map((one) => ({
      name: String(one['name']),
      in: String(one['in']),
      required: one['required'] === true,
    })),
    parameter(name) {
      const found = parameters.find((one) => one['name'] === name);
      return found?.['schema'] === undefined ? undefined : compile(found['schema']);
    },
    requestSchema,
    requestBody: requestSchema === undefined ? undefined : compile(requestSchema),
    responseBody(status) {
      const declared = responses[String(status)] ?? responses[`${String(status)[0]}XX`] ?? responses['default'];
      if (declared === undefined) return null;
      const schema = schemaOf(resolve(declared));
      return schema === undefined ? undefined : compile(schema);
    },
  };
}

function schemaOf(holder: Node): unknown {
  const content = asNode(holder['content']);
  return asNode(Object.entries(content).find(([type]) => type.startsWith('application/json'))?.[1])['schema'];
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/[.$()]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
}

function unescaped(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
