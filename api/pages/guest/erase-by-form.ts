import { eraseGuest } from '#commands/privacy/erase-guest.ts';
import { openToken } from '../../guest/find-public.ts';
import { layout } from '../layout.ts';
import { type PageCall, sendPage } from '../page.ts';
import { erasedView } from '../plain/your-data.ts';

/** The plain page's button that forgets the guest; the link is dead at once, so there is no page to go back to. */
export async function eraseByForm(call: PageCall): Promise<void> {
  const { ctx, deps, params } = call;
  const { id } = await openToken(call, params['token'] ?? '');
  await eraseGuest(deps, { bookingId: id });
  sendPage(ctx, layout({ title: 'Your data is erased', hidden: true, main: erasedView }));
}
