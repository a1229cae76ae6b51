import { deleteHost } from '#commands/delete-host.ts';
import { hostOperation } from '../operation.ts';

export const deleteMe = hostOperation({
  method: 'delete',
  path: '/api/v1/me',
  name: 'deleteMe',
  summary: 'Delete the account: bookings ahead are cancelled, platforms disconnected, then everything is erased',
  success: { status: 204, description: 'Deleted; what is still owed (mails, meetings to be deleted) is done first' },
  handle: ({ deps, host }) => deleteHost(deps, { hostId: host.id }),
});
