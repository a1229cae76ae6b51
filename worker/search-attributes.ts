import type { Client } from '@temporalio/client';
import { SearchAttributeType } from '@temporalio/common';
import proto from '@temporalio/proto';
import { describeError, log } from '#log';
import { searchAttributeKeys } from '#workflows/search-attributes.ts';

const { IndexedValueType } = proto.temporal.api.enums.v1;
const ALREADY_EXISTS = 6;

/**
 * Registers our search attributes where the server lets us (a self-hosted cluster). Temporal Cloud does not; there they
 * are made by hand, see docs/operations.md.
 */
export async function ensureSearchAttributes(client: Client): Promise<void> {
  for (const key of searchAttributeKeys) {
    const datetime = key.type === SearchAttributeType.DATETIME;
    const type = datetime ? IndexedValueType.INDEXED_VALUE_TYPE_DATETIME : IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
    try {
      await client.connection.operatorService?.addSearchAttributes({
        namespace: client.options.namespace,
        searchAttributes: { [key.name]: type },
      });
    } catch (error) {
      if ((error as { code?: number }).code !== ALREADY_EXISTS)
        log.info({ attribute: key.name, ...describeError(error) }, 'search attribute not registered by us');
    }
  }
}
