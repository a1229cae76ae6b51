import { expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { at, bookTime, mailsOf, tally } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { runWorkers } from '#test/fixtures/running-workers.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { bookingWorkflowId } from '#workflows/signals.ts';
import { WORKER_DEPLOYMENT } from './workers.ts';

const MINUTE_MS = 60_000;
/** So many that a ramp of half of them, which Temporal decides by each workflow's id, surely reaches some and not all. */
const BOOKINGS = 24;
const { deps, workflows, alongside } = await runWorkers(await openWorkshop(), { firstBuild: 'old' });
const { client } = workflows;

type VersionChange = { readonly buildId: string; readonly percentage?: number };
/** As `temporal worker deployment set-current-version` and `set-ramping-version`. */
async function route(kind: 'current' | 'ramping', { buildId, percentage }: VersionChange): Promise<boolean> {
  const service = client.connection.workflowService;
  const what = { namespace: client.options.namespace, deploymentName: WORKER_DEPLOYMENT, buildId };
  if (kind === 'current') await service.setWorkerDeploymentCurrentVersion(what);
  else await service.setWorkerDeploymentRampingVersion({ ...what, percentage: percentage ?? 0 });
  return true;
}
/** A version is known once its workers have asked for work. */
const routed = (kind: 'current' | 'ramping', change: VersionChange) =>
  until(`${kind} ${change.buildId}`, () => route(kind, change), { within: MINUTE_MS });

const handleOf = (id: string) => client.workflow.getHandle(bookingWorkflowId(id));
async function versionOf(id: string): Promise<string> {
  const { raw } = await handleOf(id).describe();
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId ?? 'none';
}

const sent = async (id: string) => (await mailsOf(deps, id)).filter((mail) => mail.endsWith(' sent')).length;
const allSent = (ids: readonly string[], count: number) =>
  until(`${count} mails of each`, async () => (await Promise.all(ids.map(sent))).every((each) => each === count), {
    within: 2 * MINUTE_MS,
  });

const ended = async (id: string) => (await handleOf(id).describe()).status.name === 'COMPLETED';
async function runsOf(id: string): Promise<{ readonly workflowId: string; readonly runId: string }[]> {
  const runs = [];
  for await (const run of client.workflow.list({ query: `WorkflowId = "${bookingWorkflowId(id)}"` })) runs.push(run);
  return runs;
}

/** How many workflow tasks failed in all runs of a booking's workflow. */
async function failedTasks(id: string): Promise<number> {
  const histories = (await runsOf(id)).map(({ workflowId, runId }) =>
    client.workflow.getHandle(workflowId, runId).fetchHistory(),
  );
  const events = (await Promise.all(histories)).flatMap(({ events }) => events ?? []);
  return events.filter((event) => event.workflowTaskFailedEventAttributes).length;
}

test(
  'a version is ramped and rolled back under open bookings: none fails to replay, and nothing is lost',
  async () => {
    await routed('current', { buildId: 'old' });
    const type = await makeEventType(deps, await makeHost(deps));
    const ids: string[] = [];
    for (let turn = 0; turn < BOOKINGS; turn += 1) ids.push(await bookTime(deps, type, at(turn * 60)));
    await allSent(ids, 2);
    expect(tally(await Promise.all(ids.map(versionOf)))).toEqual({ old: BOOKINGS });

    const stopNew = await alongside('new');
    await routed('ramping', { buildId: 'new', percentage: 50 });
    await Promise.all(ids.map((id) => handleOf(id).signal('resend')));
    await allSent(ids, 4);
    const versions = await Promise.all(ids.map(versionOf));
    expect(Object.keys(tally(versions)).toSorted()).toEqual(['new', 'old']);
    const runs = await Promise.all(ids.map(runsOf));
    expect(runs.map(({ length }) => length)).toEqual(versions.map((version) => (version === 'new' ? 2 : 1)));

    await routed('ramping', { buildId: '', percentage: 0 });
    await stopNew();
    await Promise.all(ids.map((id) => handleOf(id).signal('cancel')));
    await allSent(ids, 6);
    for (const id of ids) await until('its end', () => ended(id), { within: MINUTE_MS });
    expect(tally(await Promise.all(ids.map(versionOf)))).toEqual({ old: BOOKINGS });
    expect(await Promise.all(ids.map(failedTasks))).toEqual(ids.map(() => 0));
  },
  10 * MINUTE_MS,
);
