import type { CommandDeps } from '#commands/shared/deps.ts';
import type { Html } from '#html';
import type { MailTransport } from '#mail/transport.ts';
import type { Tracing } from '#tracing';
import type { Auth } from './auth/auth.ts';
import type { SharedAnswers } from './guest/shared-answers.ts';
import type { RateLimits } from './rate-limits.ts';
import type { ConcurrencyLimit } from './concurrency-limit.ts';

/** What the routes work with; built once in `serve.ts`, or by a test. */
export interface ApiDeps extends CommandDeps {
  readonly auth: Auth;
  readonly mail: Pick<MailTransport, 'send'>;
  readonly limits: RateLimits;
  /** How many requests may be in work at once. */
  readonly concurrency: ConcurrencyLimit;
  /** Slots that many ask for at a time. */
  readonly slotAnswers: SharedAnswers;
  /** Whether Temporal answers; reported by `/readyz`, never required. */
  temporalAnswers(): Promise<boolean>;
  /** A section of `/` for the person at this machine; development's alone, with its addresses and logins. */
  readonly homeSection?: (() => Promise<Html>) | undefined;
  /** Runs a request as a span of a trace; left out where none are made. */
  readonly traceRequest?: Tracing['request'] | undefined;
  /** True once the process was asked to stop: readiness turns false and connections are closed after their answer. */
  draining(): boolean;
}
