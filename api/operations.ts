import { healthz, readMetrics, readyz } from './health/operations.ts';
import type { Operation } from './operation.ts';

/** Every operation of the HTTP surface: the router and the OpenAPI document are made from this one list. */
export const operations: readonly Operation[] = [healthz, readyz, readMetrics];
