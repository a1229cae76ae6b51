/** OpenAPI 3.0's own words as JSON Schema: `nullable`, and the boolean forms of exclusive limits. */
export function toJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const node = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toJsonSchema(one)]));
  delete node['example'];
  if (typeof node['exclusiveMinimum'] === 'boolean') delete node['exclusiveMinimum'];
  if (typeof node['exclusiveMaximum'] === 'boolean') delete node['exclusiveMaximum'];
  if (node['nullable'] !== true) return node;
  delete node['nullable'];
  return { anyOf: [node, { type: 'null' }] };
}

/** References within a document, for a schema taken out of it. @param name what the document is known by */
export function withAbsoluteRefs(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withAbsoluteRefs(name, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) =>
      key === '$ref' && typeof one === 'string' ? [key, `${name}${one}`] : [key, withAbsoluteRefs(name, one)],
    ),
  );
}

/** The formats these documents use; numbers' sizes are not checked. */
export const FORMATS = {
  'date-time': (text: string) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)),
  date: /^\d{4}-\d{2}-\d{2}$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  uri: (text: string) => URL.canParse(text),
  email: /^[^@\s]+@[^@\s]+$/,
  int64: true,
  int32: true,
  double: true,
  byte: true,
  duration: true,
} as const;
