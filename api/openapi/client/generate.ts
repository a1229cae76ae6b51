import openapiTS, { astToString } from 'openapi-typescript';
import { operations } from '../../operations.ts';
import { describeApi } from '../document.ts';

const HEADER = '// Made by `npm run client` from the OpenAPI document; never edited by hand.\n\n';

const OPTIONS = {
  // A field with a default may be left out of a body.
  defaultNonNullable: false,
  // Schemas are exported by their names.
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
};

/** The types of every route, body and answer, as `openapi-typescript` writes them. */
export async function generateTypes(): Promise<string> {
  const document = describeApi(operations, 'https://booking.example.com');
  return HEADER + astToString(await openapiTS(JSON.stringify(document, shorten), OPTIONS));
}

/** Problems have one shape: each operation has them once, as its `default` answer. A list of two is a pair. */
function shorten(key: string, value: unknown): unknown {
  if (key === 'responses') {
    const { '500': problem, ...answers } = value as Record<string, unknown>;
    const good = Object.entries(answers).filter(([status]) => status < '400');
    return { ...Object.fromEntries(good), default: problem };
  }
  const { items, minItems, maxItems } = (value ?? {}) as { items?: unknown; minItems?: number; maxItems?: number };
  const isPair = minItems === 2 && maxItems === 2 && typeof items === 'object';
  return isPair ? { ...(value as object), prefixItems: [items, items], items: false } : value;
}
