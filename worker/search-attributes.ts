import type { Client } from '@temporalio/client';
import { SearchAttributeType } from '@temporalio/common';
import proto from '@temporalio/proto';
import { describeError, log } from '#log';
import { searchAttributeKeys } from '#workflows/search-attributes.ts';

const { IndexedValueType } = proto.temporal.api.enums.v1;

/**
 * Registers those of our search attributes that a self-hosted cluster lacks; it may have lost them with its database while
 * we ran. False where the server does not let us, as Temporal Cloud: there they are made by hand, see docs/operations.md.
 */
export async function ensureSearchAttributes(client: Client): Promise<boolean> {
  const { namespace } = client.options;
  try {
    const { customAttributes } = await client.connection.operatorService.listSearchAttributes({ namespace });
    const missing = searchAttributeKeys.filter(({ name }) => customAttributes[name] === undefined);
    if (missing.length === 0) return true;
    await client.connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map(({ name, type }) => [name, indexedType(type)])),
    });
    return true;
  } catch (error) {
    log.info(describeError(error), 'search attributes not registered by us');
    return false;
  }
}

function indexedType(type: string) {
  return type === SearchAttributeType.DATETIME
    ? IndexedValueType.INDEXED_VALUE_TYPE_DATETIME
    : IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
}
