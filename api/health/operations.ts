import { z } from 'zod';
import { isFromThisMachine } from '../client-address.ts';
import { type Operation, openOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import type { ConcurrencyLimit } from '../concurrency-limit.ts';
import { metrics } from './metrics.ts';
import { says } from '#messages/says.ts';

/** Every request ends within seconds: a process that frees no place for so long only refuses, and has to be restarted. */
const STUCK_AFTER_MS = 30_000;
export const isStuck = (places: ConcurrencyLimit) => places.stuckForMs() > STUCK_AFTER_MS;

const readiness = z.object({
  status: z.literal('ready'),
  database: z.literal('ok'),
  temporal: z.enum(['ok', 'away']).meta({ description: 'Reported, not required: bookings are taken without it.' }),
  timeZoneData: z.string().meta({ examples: ['2026a'] }),
});

/** What operators and their monitoring ask. */
export const healthOperations: readonly Operation[] = [
  openOperation({
    method: 'get',
    path: '/healthz',
    summary: 'The process is alive and takes requests',
    success: { status: 200, description: 'Alive', schema: z.object({ status: z.literal('ok') }) },
    problems: ['unavailable'],
    handle: async function healthz({ deps }) {
      if (isStuck(deps.concurrency)) throw new Problem('unavailable', { detail: says('said.stuck') });
      return { status: 'ok' as const };
    },
  }),
  openOperation({
    method: 'get',
    path: '/readyz',
    summary: 'Ready to take requests',
    success: { status: 200, description: 'Ready', schema: readiness },
    problems: ['unavailable'],
    handle: async function readyz({ deps, em }) {
      if (deps.draining())
        throw new Problem('unavailable', { detail: says('said.shutting_down'), retryAfterSeconds: 5 });
      const [temporal] = await Promise.all([deps.temporalAnswers(), em.execute('select 1 from users limit 1')]);
      return {
        status: 'ready' as const,
        database: 'ok' as const,
        temporal: temporal ? ('ok' as const) : ('away' as const),
        timeZoneData: process.versions['tz'] ?? 'unknown',
      };
    },
  }),
  openOperation({
    method: 'get',
    path: '/metrics',
    summary: 'Prometheus metrics, for this machine only',
    success: {
      status: 200,
      description: 'Text exposition format',
      type: 'text/plain; version=0.0.4',
      schema: z.string(),
    },
    problems: ['not_found'],
    handle: async function getMetrics({ ctx, deps }) {
      if (!isFromThisMachine(ctx, deps.config.PUBLIC_URL)) throw new Problem('not_found');
      return metrics.metrics();
    },
  }),
];
