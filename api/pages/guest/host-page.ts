import { findHost, listPublic } from '../../guest/find-public.ts';
import { presentPublicHost } from '../../guest/present.ts';
import { type PageCall, sendView } from '../page.ts';
import { followCanonical } from './follow-canonical.ts';
import { applyHostSettings } from './host-settings.ts';

/** `/:handle`: what can be booked with a host. */
export async function hostPage(call: PageCall): Promise<void> {
  const row = await findHost(call.em, call.params['handle'] ?? '');
  if (followCanonical(call, row)) return;
  applyHostSettings(call.ctx, row);
  await sendView(call, {
    kind: 'host',
    host: presentPublicHost(row, await listPublic(call.em, row), call.deps.providers),
  });
}
