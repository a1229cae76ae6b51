import type { Middleware, ParameterizedContext } from 'koa';
import type { Em } from '#db/host-transaction.ts';
import type { Language } from '#messages/languages.ts';

/** What our middleware leaves for the routes. */
export interface ApiState {
  requestId: string;
  em: Em;
  /** The body as it came; empty where there is none. */
  rawBody: Buffer<ArrayBuffer>;
  /** What it says: JSON, or a form's fields. Anything, until it has passed a schema. */
  body: unknown;
  /** The matched route, for metrics and logs: never the address itself, which may carry a token. */
  route?: string;
  /** What the page's host has decided; null and undefined: the guest's browser does. */
  guestLanguage?: Language | null | undefined;
}

export type ApiContext = ParameterizedContext<ApiState>;
export type ApiMiddleware = Middleware<ApiState>;

export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
