import type { Route } from '../core/call.ts';
import type { SimAccount } from '../core/accounts.ts';
import type { SimulatorState } from '../core/simulator.ts';
import { graphCaller } from './caller.ts';
import { identityOf, isPersonal } from './tenants.ts';

/** The user's own profile. Personal accounts, and others by the trait `mail: null`, have a login name only. */
export function profileRoute(state: SimulatorState): Route<SimAccount> {
  return {
    method: 'GET',
    path: '/graph/v1.0/me',
    operation: 'identify',
    guard: (call) => graphCaller(state, call).account,
    handle: (call, account) => {
      const { id, email, name } = account;
      const { objectId } = identityOf(email);
      const personal = isPersonal(email);
      const profile: Record<string, unknown> = {
        id: personal ? objectId.slice(-17).replace('-', '') : objectId,
        displayName: name,
        givenName: name.split(' ')[0] ?? name,
        surname: name.split(' ').at(-1) ?? name,
        mail: state.accounts.trait<string | null>(id, 'mail', personal ? null : email),
        userPrincipalName: email,
        preferredLanguage: personal ? null : 'en-US',
      };
      const selected = call.query.get('$select')?.split(',');
      const picked = selected?.map((field) => [field, profile[field]] as const);
      return { status: 200, body: picked === undefined ? profile : Object.fromEntries(picked) };
    },
  };
}
