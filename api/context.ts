import type { Middleware, ParameterizedContext } from 'koa';
import type { Em } from '#db/host-transaction.ts';

/** What our middleware leaves for the routes. */
export interface ApiState {
  requestId: string;
  em: Em;
  /** The matched route, for metrics and logs: never the address itself, which may carry a token. */
  route?: string;
}

export type ApiContext = ParameterizedContext<ApiState>;
export type ApiMiddleware = Middleware<ApiState>;

export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
