import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { Resource } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace-base';
import type { ClientInterceptors } from '@temporalio/client';
import {
  makeWorkflowExporter,
  OpenTelemetryActivityInboundInterceptor,
  OpenTelemetryWorkflowClientInterceptor,
} from '@temporalio/interceptors-opentelemetry';
import type { Context } from '@temporalio/activity';
import type { ActivityInboundCallsInterceptor, InjectedSinks } from '@temporalio/worker';
import type { OpenTelemetrySinks } from '@temporalio/interceptors-opentelemetry';

/** What a request was and how it was answered. */
interface Request {
  readonly method: string;
  /** Its pattern, never its address: that may carry a token. */
  readonly route: string;
  readonly status: number;
  readonly requestId: string;
}

/** Traces of this process: from a request through the signal it sends to the activities that come of it. */
export interface Tracing {
  /** Runs `work` as the span of one request; `answered` is asked once it has ended. */
  readonly request: (work: () => Promise<void>, answered: () => Request) => Promise<void>;
  /** For a client of Temporal, whose calls become spans and carry their trace along. */
  readonly client: ClientInterceptors;
  /** For a worker, with a workflow bundle that is traced too. */
  activity(context: Context): ActivityInboundCallsInterceptor;
  readonly sinks: InjectedSinks<OpenTelemetrySinks>;
  /** Sends what has not been sent. */
  close(): Promise<void>;
}

/** What leaves of a span besides its name, its times and its outcome. Neither texts of errors nor anything that a guest or a host wrote. */
const TOLD = new Set([
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'request_id',
  'run_id',
  'runId',
  'workflowId',
  'temporalWorkflowId',
  'temporalActivityId',
]);

/**
 * Begins to send traces to an OTLP/HTTP receiver, as `http://localhost:4318`. The other `OTEL_EXPORTER_OTLP_*` and
 * `OTEL_TRACES_SAMPLER` variables are read by OpenTelemetry itself. Import this module only where traces are wanted.
 */
export function startTracing(service: 'api' | 'worker', endpoint: string): Tracing {
  const resource = new Resource({ 'service.name': `insytical-${service}` });
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
  const processor = new BatchSpanProcessor({
    export: (spans, done) => exporter.export(spans.map(factsOf), done),
    shutdown: () => exporter.shutdown(),
  });
  const provider = new BasicTracerProvider({ resource, spanProcessors: [processor] });
  provider.register({ contextManager: new AsyncLocalStorageContextManager() });
  const tracer = trace.getTracer('insytical');
  return {
    request: (work, answered) =>
      tracer.startActiveSpan('request', { kind: SpanKind.SERVER, root: true }, async (span) => {
        try {
          await work();
        } finally {
          const { method, route, status, requestId } = answered();
          span.updateName(`${method} ${route}`);
          span.setAttributes({
            'http.request.method': method,
            'http.route': route,
            'http.response.status_code': status,
            request_id: requestId,
          });
          if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        }
      }),
    client: { workflow: [new OpenTelemetryWorkflowClientInterceptor()] },
    activity: (context) => new OpenTelemetryActivityInboundInterceptor(context),
    sinks: { exporter: makeWorkflowExporter(processor, resource) },
    close: () => provider.shutdown(),
  };
}

function factsOf(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(Object.entries(span.attributes).filter(([name]) => TOLD.has(name)));
  return Object.create(span, {
    attributes: { value: attributes },
    events: { value: [] },
    status: { value: { code: span.status.code } },
  }) as ReadableSpan;
}
