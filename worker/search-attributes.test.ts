import { randomUUID } from 'node:crypto';
import { afterAll, expect, inject, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { log } from '#log';
import { lazyTemporalClient } from '#temporal';
import { searchAttributeKeys } from '#workflows/search-attributes.ts';
import { ensureSearchAttributes } from './search-attributes.ts';

log.level = 'silent';

test('a namespace without our search attributes gets them, as often as it loses them', async () => {
  const namespace = `emptied-${randomUUID()}`;
  const client = lazyTemporalClient({ connectionOptions: { address: inject('temporalAddress') }, namespace });
  afterAll(() => client.connection.close());
  const { workflowService, operatorService } = client.connection;
  await workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  const names = searchAttributeKeys.map(({ name }) => name).toSorted();
  const registered = async () =>
    Object.keys((await operatorService.listSearchAttributes({ namespace })).customAttributes).filter((name) =>
      names.includes(name),
    );
  const [lost = ''] = names;

  await until('the namespace to be known', () => ensureSearchAttributes(client), { within: 30_000 });
  expect((await registered()).toSorted()).toEqual(names);
  await operatorService.removeSearchAttributes({ namespace, searchAttributes: [lost] });
  await until('one to be lost', async () => !(await registered()).includes(lost), { within: 30_000 });
  await until(
    'it to be back',
    async () => (await ensureSearchAttributes(client)) && (await registered()).includes(lost),
  );
});
