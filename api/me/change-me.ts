import { takeHandle } from '#commands/hosts/take-handle.ts';
import { User } from '#db/entities/user.ts';
import { type Em, hostTransaction } from '#db/host-transaction.ts';
import { isReservedHandle } from '#domain/handles.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { onUniqueViolation } from '../shared/unique.ts';
import { hostOperation } from '../operation.ts';
import { invalid } from '../problem.ts';
import { presentMe } from './present.ts';
import { me, meChange } from './schema.ts';

export const changeMe = hostOperation({
  method: 'patch',
  path: '/api/v1/me',
  name: 'changeMe',
  summary: 'Change name, handle, zone or what follows a change at a provider',
  body: meChange,
  success: { status: 200, description: 'The host as changed', schema: me },
  async handle({ deps, host, body, now }) {
    const { handle, ...others } = withoutUndefined(body);
    const change = async (em: Em) => {
      const user = await em.findOneOrFail(User, { id: host.id });
      em.assign(user, others);
      if (handle === undefined || handle === user.handle) return user;
      if (isReservedHandle(handle)) throw invalid('/handle', 'This handle is not available.');
      await takeHandle(em, user, handle, now);
      return user;
    };
    const taken = invalid('/handle', 'Somebody has this handle.');
    return presentMe(await onUniqueViolation(hostTransaction(deps.orm, host.id, change), taken));
  },
});
