import { User } from '#db/entities/user.ts';
import { hostOperation } from '../operation.ts';
import { presentMe } from './present.ts';
import { me } from './schema.ts';

export const readMe = hostOperation({
  method: 'get',
  path: '/api/v1/me',
  name: 'readMe',
  summary: 'The logged-in host',
  success: { status: 200, description: 'The host', schema: me },
  async handle({ em, host }) {
    return presentMe(await em.findOneOrFail(User, { id: host.id }));
  },
});
