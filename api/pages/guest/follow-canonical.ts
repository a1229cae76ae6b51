import type { EventType } from '#db/entities/event-type.ts';
import type { User } from '#db/entities/user.ts';
import { nameInAddress } from '#domain/handles.ts';
import type { PageCall } from '../page.ts';

/**
 * Sends a browser to the one spelling of a page's address, where it came by a host's former handle or by another spelling;
 * the query stays, and a form is sent again there. Says whether it did. Not to be kept by browsers: another host may have
 * the handle one day.
 */
export function followCanonical({ ctx, params }: PageCall, host: User, eventType?: EventType | null): boolean {
  const handle = params['handle'] ?? '';
  const slug = eventType?.slug ?? params['slug'];
  const isCanonical = handle === host.handle && slug === params['slug'];
  if (isCanonical) return false;
  const path = [host.handle, ...(slug === undefined ? [] : [slug])].map(encodeURIComponent).join('/');
  ctx.redirect(`/${path}${ctx.search}`);
  ctx.status = nameInAddress(handle) === host.handle && ctx.method !== 'POST' ? 301 : 308;
  ctx.set('Cache-Control', 'no-store');
  return true;
}
