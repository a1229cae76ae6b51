import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { until } from '#dev/clients/until.ts';
import { startTracing } from '#tracing';
import { at, mailsOf } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { runWorkers } from '#test/fixtures/running-workers.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { bookingWorkflowId } from '#workflows/signals.ts';

const MINUTE_MS = 60_000;

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
}
interface Export {
  readonly resourceSpans: { readonly scopeSpans: { readonly spans: Span[] }[] }[];
}

/** An OTLP/HTTP receiver, as collectors are. */
const exported: Export[] = [];
async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await json(request);
  if (request.url === '/v1/traces') exported.push(body as Export);
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
}
const receiver = createServer((request, response) => void receive(request, response)).listen(0, '127.0.0.1');
await once(receiver, 'listening');
const tracing = startTracing('api', `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`);
afterAll(async () => {
  await tracing.close();
  receiver.close();
});
const { deps, workflows } = await runWorkers(await openWorkshop(), { tracing });
const { base } = await startApi({ installation: deps, traceRequest: tracing.request });

const spans = () =>
  exported.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((s) => s.spans)),
  );

/** A span's name and those of its parents, innermost first. */
function lineage(span: Span | undefined): string[] {
  if (span === undefined) return [];
  return [span.name, ...lineage(spans().find(({ spanId }) => spanId === span.parentSpanId))];
}

test(
  'one booking is one trace: request, signal, workflow, activities; and nothing in it is personal',
  async () => {
    const host = await makeHost(deps, { name: 'Canary Host' });
    const { slug } = await makeEventType(deps, host, { title: 'Canary call' });
    const guest = newGuest(base, { name: 'Canary Guest' });
    const booking = await guest.book({ handle: host.handle, slug }, at(0).toISOString());
    const sent = async () => (await mailsOf(deps, booking.id)).filter((mail) => mail.endsWith(' sent')).length;
    await until('both mails', async () => (await sent()) === 2, { within: MINUTE_MS });
    await guest.cancel(booking.token, 'Canary reason');
    const workflow = workflows.client.workflow.getHandle(bookingWorkflowId(booking.id));
    await until('the end', async () => (await workflow.describe()).status.name === 'COMPLETED', { within: MINUTE_MS });
    const request = 'POST /api/v1/public/:handle/:slug/bookings';
    const run = () => spans().find(({ name }) => name === 'RunWorkflow:booking');
    await until('the run to be exported', run, { within: MINUTE_MS });

    const ofBooking = spans().filter(({ traceId }) => traceId === run()?.traceId);
    expect(lineage(ofBooking.find(({ name }) => name === 'RunActivity:sendMails'))).toEqual([
      'RunActivity:sendMails',
      'StartActivity:sendMails',
      'RunWorkflow:booking',
      'SignalWithStartWorkflow:booking',
      request,
    ]);
    expect(lineage(ofBooking.find(({ name }) => name === 'RunActivity:planBooking')).at(-1)).toBe(request);
    expect(spans().find(({ name }) => name.endsWith('/cancel'))?.traceId).not.toBe(run()?.traceId);

    const text = JSON.stringify(exported);
    expect(text).toContain(bookingWorkflowId(booking.id));
    for (const personal of ['Canary', guest.email, host.email, host.handle, booking.token])
      expect(text).not.toContain(personal);
  },
  3 * MINUTE_MS,
);

test('where no traces are made nothing of OpenTelemetry is loaded', () => {
  const files = globSync('{*,{activities,api,commands,db,mail,providers,worker}/**/*}.ts').filter(
    (file) => !file.endsWith('.test.ts') && file !== 'tracing.ts',
  );
  const loads = /^import (?!type ).*'(#tracing|@opentelemetry\/|@temporalio\/interceptors)/m;
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => loads.test(readFileSync(file, 'utf8')))).toEqual([]);
});
