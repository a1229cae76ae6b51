import type { Client } from '@temporalio/client';
import { describeError, log } from '#log';
import { searchAttributeKeys } from '#workflows/search-attributes.ts';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** Numbers of `temporal.api.enums.v1.IndexedValueType`. */
const INDEXED = { KEYWORD: 2, DATETIME: 6 } as const;
const ALREADY_EXISTS = 6;

/**
 * Registers our search attributes where the server lets us (a self-hosted cluster). Temporal Cloud does not; there they
 * are made by hand, see docs/operations.md.
 */
export async function ensureSearchAttributes(client: Client): Promise<void> {
  for (const key of searchAttributeKeys as ReturnType<typeof defineSearchAttributeKey>[]) {
    const type = key.type === SearchAttributeType.DATETIME ? INDEXED.DATETIME : INDEXED.KEYWORD;
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
