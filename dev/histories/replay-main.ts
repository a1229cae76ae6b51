/**
 * Replays the histories of a live namespace under this checkout's workflow code, before it is deployed:
 * `npm run histories:replay -- --from <address> [--namespace <namespace>] [--query <visibility query>]`. TLS and keys
 * come from Temporal's own variables. Ends with 1 where one does not replay.
 */
import { parseArgs } from 'node:util';
import { DefaultLogger, Worker } from '@temporalio/worker';
import { lazyTemporalClient, temporalSettings } from '#temporal';
import { bundleWorkflows } from '#worker/bundle.ts';

const { values } = parseArgs({
  options: {
    /** `host:port`; TEMPORAL_ADDRESS where left out. */
    from: { type: 'string' },
    namespace: { type: 'string' },
    /** Those that an upgrade would meet. */
    query: { type: 'string', default: 'ExecutionStatus = "Running"' },
  },
});
const settings = temporalSettings();
const client = lazyTemporalClient({
  connectionOptions: { ...settings.connectionOptions, ...(values.from !== undefined && { address: values.from }) },
  namespace: values.namespace ?? settings.namespace,
});
const workflowBundle = await bundleWorkflows(new DefaultLogger('ERROR'));
const histories = client.workflow.list({ query: values.query }).intoHistories();
const failed: string[] = [];
let replayed = 0;
for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
  replayed += 1;
  if (error === undefined) continue;
  failed.push(workflowId);
  console.log(`${workflowId}: ${error.message.split('\n')[0]}`);
}
await client.connection.close();
console.log(`${replayed} replayed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
