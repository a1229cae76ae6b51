import type { Em } from '#db/host-transaction.ts';
import { html, type Html, richHtml } from '#html';
import type { ApiContext } from '../context.ts';
import type { ApiDeps } from '../deps.ts';
import { type Language, LANGUAGE_NAMES } from '#messages/languages.ts';
import type { Pages } from '#messages/pages.ts';
import type { Translator } from '#messages/translate.ts';
import type { FrontEnd } from '../front-end/front-end.ts';
import type { PageData, Reader, View } from './schema.ts';
import { languagesIn, readerIn, readerOf } from './reader.ts';

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

interface Answer {
  readonly status?: number;
  /** Path and query that the page stands for, where it answers a form. */
  readonly address?: string;
  /** The only language that the page is there in; without one, the reader’s. */
  readonly only?: Language | undefined;
  /** Whether its text is English in every language. */
  readonly isEnglish?: boolean;
}

/** What rendering a page takes from its request and from us. */
export interface Rendering {
  readonly ctx: ApiContext;
  readonly frontEnd: FrontEnd;
  readonly publicUrl: string;
  readonly now: Date;
}

/** Answers with a page. */
export async function sendView(call: PageCall, view: View, answer: Answer = {}): Promise<void> {
  const { ctx, frontEnd, deps, now } = call;
  await renderView({ ctx, frontEnd, publicUrl: deps.config.PUBLIC_URL, now }, view, answer);
}

/** The same for those who have no call of a page. */
export async function renderView(
  { ctx, frontEnd, publicUrl, now }: Rendering,
  view: View,
  { status = 200, address, only, isEnglish = false }: Answer = {},
): Promise<void> {
  const build = await frontEnd.current();
  if (build === null) return sendPage(ctx, NOT_BUILT, status < 400 ? 503 : status);
  const offered = languagesOf(frontEnd);
  const reader = only === undefined ? readerOf(ctx, offered) : readerIn(only, languagesIn(ctx.get('Accept-Language')));
  const files = build.filesOf(view.kind, reader.language);
  // What answers a form is not there in another language.
  const canTurn = only === undefined && !isEnglish && (ctx.method !== 'POST' || address !== undefined);
  const page: PageData = {
    address: address ?? ctx.path + ctx.search,
    canonical: publicUrl + ctx.path,
    now: now.toISOString(),
    reader,
    files: { messages: files.messages, later: files.later },
    languages: canTurn ? Object.fromEntries(offered.map((one) => [one, LANGUAGE_NAMES[one]])) : {},
    view,
  };
  const { messages } = catalogueOf(frontEnd, reader);
  sendPage(ctx, build.site.renderDocument(page, files, messages), status);
}

const languagesOf = ({ catalogues }: FrontEnd) => [...catalogues.keys()];

function catalogueOf({ catalogues }: FrontEnd, { language }: Reader) {
  const catalogue = catalogues.get(language);
  if (catalogue === undefined) throw new Error(`There are no messages in ${language}`);
  return catalogue;
}

/** How this request's page is written. */
export const readerOfPage = ({ ctx, frontEnd }: Pick<Rendering, 'ctx' | 'frontEnd'>): Reader =>
  readerOf(ctx, languagesOf(frontEnd));

/** Writes what the API itself says on this request's page. */
export const translatorOfPage = (rendering: Pick<Rendering, 'ctx' | 'frontEnd'>): Translator<Pages> =>
  catalogueOf(rendering.frontEnd, readerOfPage(rendering)).t;

/** Makes a link of what stands between the ends of a message's tag. */
export const linkTo =
  (path: string) =>
  (children: readonly (string | Html)[]): Html =>
    html`<a href="${path}">${richHtml(children)}</a>`;

/** What stands in place of a page while none is built. */
const NOT_BUILT = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>The pages are not built yet</title></head>
  <body>
    <h1>The pages are not built yet</h1>
    <p>Run <code>npm run web:build</code> in the checkout, then reload this page. The API works without it.</p>
  </body>
</html>`;

/** The host pages' file, or why it is not there. */
export async function sendHostPage({ ctx, frontEnd }: PageCall): Promise<void> {
  const build = await frontEnd.current();
  sendPage(ctx, build?.hostPage ?? NOT_BUILT, build === null ? 503 : 200);
}

function sendPage(ctx: ApiContext, page: string, status: number): void {
  ctx.status = status;
  ctx.type = 'text/html';
  ctx.body = page;
}

/** After a form was taken: the browser asks for the page again, so that a reload sends nothing twice. */
export function seeOther(ctx: ApiContext, path: string, query: URLSearchParams = new URLSearchParams()): void {
  ctx.redirect(query.size === 0 ? path : `${path}?${query}`);
  ctx.status = 303;
}

/** A query that asks for the same language as the address of this request does. */
export function sameLanguage({ query }: Pick<PageCall, 'query'>, others: Readonly<Record<string, string>> = {}) {
  const asked = query.get('lang');
  return new URLSearchParams({ ...others, ...(asked === null ? {} : { lang: asked }) });
}
