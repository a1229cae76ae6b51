import type { Em } from '#db/host-transaction.ts';
import type { ApiContext } from '../context.ts';
import type { ApiDeps } from '../deps.ts';
import type { FrontEnd } from '../front-end/front-end.ts';

/** What a page is told of one request. */
export interface PageCall {
  readonly deps: ApiDeps;
  readonly frontEnd: FrontEnd;
  readonly em: Em;
  readonly now: Date;
  readonly ctx: ApiContext;
  /** Parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** One page or form target. Its path is what metrics and logs say of a request. */
export interface Page {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handle: (call: PageCall) => Promise<void> | void;
}

/** Answers with HTML. */
export function sendPage(ctx: ApiContext, page: string, status = 200): void {
  ctx.status = status;
  ctx.type = 'text/html';
  ctx.body = page;
}

/** After a form was taken: the browser loads the page again, so that a reload sends nothing twice. */
export function seeOther(ctx: ApiContext, path: string): void {
  ctx.redirect(path);
  ctx.status = 303;
}
