import { findHost, listPublic } from '../../guest/find-public.ts';
import { presentPublicHost } from '../../guest/present.ts';
import type { PageCall } from '../page.ts';
import { hostView } from '../plain/host-view.ts';
import { followRename } from './follow-rename.ts';
import { sendGuestPage } from './send-guest-page.ts';

/** `/:handle`: what can be booked with a host. */
export async function hostPage(call: PageCall): Promise<void> {
  const { deps, em, params } = call;
  const handle = params['handle'] ?? '';
  const row = await findHost(em, handle);
  if (followRename(call, row)) return;
  const host = presentPublicHost(row, await listPublic(em, row));
  const titles = host.eventTypes.map(({ title }) => title);
  await sendGuestPage(call, {
    title: `Book a time with ${host.name}`,
    description: titles.length === 0 ? `Book a time with ${host.name}.` : `Choose a time: ${titles.join(', ')}.`,
    plain: hostView(host, deps.providers),
    data: { [`/api/v1/public/${encodeURIComponent(handle)}`]: host },
  });
}
