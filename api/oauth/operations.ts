import { finishConnect, type Finished } from '#commands/connections/finish-connect.ts';
import { currentHost } from '../auth/session.ts';
import { providerParams } from '../integrations/schema.ts';
import { type Operation, openOperation } from '../operation.ts';
import { Problem } from '../problem.ts';

/** Where providers send a host's browser back to. */
export const oauthOperations: readonly Operation[] = [
  openOperation({
    method: 'get',
    path: '/oauth/:provider/callback',
    summary: 'Where a provider sends the host’s browser back; works once for each attempt',
    params: providerParams,
    success: {
      status: 303,
      description: 'To the page that reports to its opener, or back to where the host came from',
    },
    answersItself: true,
    problems: ['not_found', 'method_not_allowed'],
    handle: async function finishConnecting({ ctx, deps, params }) {
      // The router answers HEAD by GET's handler, but looking ahead must not use up the code.
      if (ctx.method !== 'GET') {
        ctx.set('Allow', 'GET');
        throw new Problem('method_not_allowed');
      }
      if (deps.providers.get(params.provider) === undefined) throw new Problem('not_found');
      const host = await currentHost(deps, ctx);
      const finished = await finishConnect(deps, {
        provider: params.provider,
        callback: new URL(ctx.url, deps.config.PUBLIC_URL),
        sessionToken: host?.sessionToken ?? null,
      });
      ctx.redirect(wayBack(finished, params.provider));
      ctx.status = 303;
    },
  }),
];

function wayBack({ attemptId, mode, returnTo, outcome, code }: Finished, provider: string): string {
  if (mode === 'popup' && attemptId !== null)
    return `/oauth/done?${new URLSearchParams({ attempt: attemptId, outcome, provider, ...(code && { code }) })}`;
  const page = returnTo === 'event-types' ? '/scheduler/event-types' : '/user/integrations';
  const said = outcome === 'succeeded' ? { connected: provider } : { failed: code ?? 'failed', provider };
  return `${page}?${new URLSearchParams(said)}`;
}
