import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { metrics as ofTheApi } from '#api/health/metrics.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { createMetrics } from '#worker/metrics.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

const rule = z.strictObject({
  alert: z.string().regex(/^([A-Z][a-z]+)+$/),
  expr: z.string(),
  for: z.string().regex(/^\d+m$/),
  labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.strictObject({ summary: z.string(), runbook: z.string() }),
});
const group = z.strictObject({ name: z.string(), rules: z.array(rule) });
const { groups } = z.strictObject({ groups: z.array(group) }).parse(parse(read('deploy/prometheus/alerts.yaml')));
const rules = groups.flatMap((one) => one.rules);

/** The worker's SDK exports these; they are told by Temporal's page "SDK metrics reference" and not by our registries. */
const OF_THE_SDK = new Set([
  'temporal_activity_execution_failed_total',
  'temporal_activity_schedule_to_start_latency_seconds_bucket',
  'temporal_worker_task_slots_used',
  'temporal_workflow_task_execution_failed_total',
]);

test('each alert has its entry in the runbook', () => {
  const headings = [...read('docs/operations.md').matchAll(/^#### (\w+)$/gm)].map(([, name]) => name);
  expect(rules.map(({ alert }) => alert)).toEqual(headings);
  for (const { alert, annotations } of rules)
    expect(annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`);
});

test('alerts and dashboard ask for metrics that exist', async () => {
  const { orm } = await openInstallation();
  const told = `${await ofTheApi.metrics()}\n${await createMetrics({ orm, lastSweep: () => undefined, temporal: undefined })()}`;
  const known = new Set(
    [...told.matchAll(/^# TYPE (\S+) (\w+)$/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_count`] : [name],
    ),
  );
  const dashboard = [...read('deploy/grafana/dashboard.json').matchAll(/"expr": "(.+)"/g)].map(([, expr = '']) => expr);
  const asked = [...rules.map(({ expr }) => expr), ...dashboard].flatMap((expr) =>
    [...expr.matchAll(/\b(http|process|nodejs|insytical|temporal)_\w+/g)].map(([name]) => name),
  );
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((name) => !known.has(name) && !OF_THE_SDK.has(name))).toEqual([]);
});
