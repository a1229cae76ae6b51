import type { OpenApi } from './open-api.ts';

const COMBINED = ['allOf', 'anyOf', 'oneOf'] as const;

/**
 * Fields of a request that its schema does not name. OpenAPI lets them pass, and providers ignore them, so a misspelt field
 * would fail silently for ever.
 */
export function undeclaredFields(spec: OpenApi, schema: unknown, value: unknown, at = ''): string[] {
  if (Array.isArray(value)) {
    const items = partsOf(spec, schema).map((part) => part['items']);
    const known = items.find((item) => item !== undefined);
    return known === undefined ? [] : value.flatMap((one) => undeclaredFields(spec, known, one, `${at}/*`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const parts = partsOf(spec, schema);
  const isOpen = parts.some((part) => Boolean(part['additionalProperties'])) || !parts.some(hasProperties);
  return Object.entries(value).flatMap(([name, inner]) => {
    const declared = parts.map((part) => propertyOf(part, name)).find((found) => found !== undefined);
    if (declared !== undefined) return undeclaredFields(spec, declared, inner, `${at}/${name}`);
    return isOpen ? [] : [`${at}/${name}`];
  });
}

type Part = Readonly<Record<string, unknown>>;

/** A schema and all it is combined of. */
function partsOf(spec: OpenApi, schema: unknown): Part[] {
  const node = spec.resolve(schema);
  const combined = COMBINED.flatMap((word) => (Array.isArray(node[word]) ? (node[word] as unknown[]) : []));
  return [node, ...combined.flatMap((one) => partsOf(spec, one))];
}

function hasProperties(part: Part): boolean {
  return typeof part['properties'] === 'object';
}

function propertyOf(part: Part, name: string): unknown {
  const properties = part['properties'];
  return typeof properties === 'object' && properties !== null
    ? (properties as Record<string, unknown>)[name]
    : undefined;
}
