import { PASSWORD, removeLogin } from '#commands/hosts/logins.ts';
import { AuthAccount } from '#db/entities/auth.ts';
import { beginAttempt } from '../auth/log-in-with.ts';
import { type Operation, sessionOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { iso } from '../shared/days.ts';
import { idParams } from '../shared/schema.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { addLoginBody, loginList, loginStart } from './schema.ts';

const PATH = '/api/v1/me/logins';

/** Accounts of Google and Microsoft by which the host logs in. */
export const loginOperations: readonly Operation[] = [
  sessionOperation({
    method: 'get',
    path: PATH,
    summary: 'Accounts of Google and Microsoft that log the host in',
    success: { status: 200, description: 'None, one or several', schema: loginList },
    handle: async function listLogins({ deps, em, host }) {
      const found = await em.find(
        AuthAccount,
        { user: host.id, providerId: { $ne: PASSWORD } },
        { orderBy: { createdAt: 'asc' } },
      );
      const names = new Map<string, string>(deps.auth.loginProviders.map(({ id, name }) => [id, name]));
      return {
        items: found.map(({ id, providerId, createdAt }) => ({
          id,
          provider: providerId,
          name: names.get(providerId) ?? providerId,
          addedAt: iso(createdAt),
        })),
      };
    },
  }),
  sessionOperation({
    method: 'post',
    path: PATH,
    summary: 'Begin to add one: the host shows at the provider which account it is',
    body: addLoginBody,
    success: { status: 200, description: 'Where the browser goes next, within ten minutes', schema: loginStart },
    problems: ['fresh_login_required'],
    handle: async function beginAddingLogin(call) {
      await confirmIdentity(call);
      const { deps, ctx, host, body } = call;
      return { url: beginAttempt(deps, ctx, { provider: body.provider, to: '/user/account', hostId: host.id }) };
    },
  }),
  sessionOperation({
    method: 'delete',
    path: `${PATH}/:id`,
    summary: 'Let an account of Google or Microsoft no longer log in',
    params: idParams,
    success: { status: 204, description: 'It no longer logs in; sessions that it began go on' },
    handle: async function deleteLogin({ deps, host, params }) {
      if (!(await removeLogin(deps, { hostId: host.id, loginId: params.id }))) throw new Problem('not_found');
    },
  }),
];
