import { Router } from '@koa/router';
import type { ApiMiddleware, ApiState } from '../context.ts';
import type { ApiDeps } from '../deps.ts';
import type { FrontEnd } from '../front-end/front-end.ts';
import { docs, openApiFile } from '../openapi/serve.ts';
import { type PageKind, pageKindOf } from '../page-kinds.ts';
import { ONE_SPELLING } from '../router.ts';
import { accentFile } from './accent.ts';
import { connectedPage } from './connected.ts';
import { guestPages } from './guest/pages.ts';
import { helpPage } from './help.ts';
import { homePage } from './home.ts';
import { hostPages } from './host-pages.ts';
import type { Page } from './page.ts';
import { privacyPage } from './privacy.ts';
import { builtFile, embedFile, robotsFile, staticFiles } from './files.ts';
import { securityFile } from './security-file.ts';
import { photoFile } from './photo.ts';
import { supportPage } from './support.ts';

export const PAGES: Readonly<Record<PageKind, readonly Page[]>> = {
  data: [openApiFile],
  plain: [
    homePage,
    helpPage,
    privacyPage,
    supportPage,
    docs,
    securityFile,
    robotsFile,
    embedFile,
    builtFile,
    accentFile,
    photoFile,
    ...staticFiles,
  ],
  host: hostPages,
  guest: guestPages,
  connected: [connectedPage],
};

/** Everything that is served to people and not to programs. A kind's routes are asked only for paths of that kind. */
export function pageRoutes(deps: ApiDeps, frontEnd: FrontEnd): ApiMiddleware {
  const entries = Object.entries(PAGES).map(([kind, pages]) => [kind, routesOf(pages, deps, frontEnd)] as const);
  const byKind = new Map<string, ApiMiddleware>(entries);
  return (ctx, next) => byKind.get(pageKindOf(ctx.path))?.(ctx, next) ?? next();
}

function routesOf(pages: readonly Page[], deps: ApiDeps, frontEnd: FrontEnd): ApiMiddleware {
  const router = new Router<ApiState>(ONE_SPELLING);
  for (const { method, path, handle } of pages)
    router[method](path, async (ctx) => {
      ctx.state.route = path;
      const query = new URLSearchParams(ctx.querystring);
      await handle({ deps, frontEnd, em: ctx.state.em, now: deps.now(), ctx, params: ctx.params, query });
    });
  const routes = router.routes();
  const otherMethods = router.allowedMethods();
  return (ctx, next) => routes(ctx as never, () => otherMethods(ctx as never, next));
}
