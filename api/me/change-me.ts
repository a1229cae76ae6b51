import { User } from '#db/entities/user.ts';
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
  async handle({ em, host, body }) {
    const user = await em.findOneOrFail(User, { id: host.id });
    if (body.handle !== undefined && body.handle !== user.handle && isReservedHandle(body.handle))
      throw invalid('/handle', 'This handle is not available.');
    em.assign(user, withoutUndefined(body));
    await onUniqueViolation(em.flush(), invalid('/handle', 'Somebody has this handle.'));
    return presentMe(user);
  },
});
