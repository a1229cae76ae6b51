import { deleteHost } from '#commands/privacy/delete-host.ts';
import { hostOperation } from '../operation.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { confirmation } from './schema.ts';

export const deleteMe = hostOperation({
  method: 'delete',
  path: '/api/v1/me',
  name: 'deleteMe',
  summary: 'Delete the account: bookings ahead are cancelled, platforms disconnected, then everything is erased',
  body: confirmation,
  problems: ['fresh_login_required'],
  success: { status: 204, description: 'Deleted; what is still owed (mails, meetings to be deleted) is done first' },
  async handle(call) {
    await confirmIdentity(call);
    await deleteHost(call.deps, { hostId: call.host.id });
  },
});
