import { randomUUID } from 'node:crypto';
import { durationsOf, withDuration } from '#commands/bookings/durations.ts';
import type { EventType } from '#db/entities/event-type.ts';
import type { BookingLink } from '#db/entities/booking-link.ts';
import { isLinkOpen } from '#domain/booking-link.ts';
import { html, nothing } from '#html';
import { findBookable, findHost } from '../../guest/find-public.ts';
import { presentPublicType } from '../../guest/present.ts';
import type { PublicEventType } from '../../guest/schema.ts';
import { sendArticle } from '../article.ts';
import { type PageCall, sendView, translatorOfPage } from '../page.ts';
import type { EventView, RefusedForm } from '../schema.ts';
import { followCanonical } from './follow-canonical.ts';
import { loadTimes } from './load-times.ts';
import { applyHostSettings } from './host-settings.ts';
import { sendZones } from './zones.ts';

/** `/:handle/:slug`: one event type, from its free times to its form. */
export async function eventPage(call: PageCall): Promise<void> {
  const { em, params } = call;
  const host = await findHost(em, params['handle'] ?? '');
  applyHostSettings(call.ctx, host);
  const bookable = await findBookable(call, host, params['slug'] ?? '');
  if (followCanonical(call, host, bookable?.eventType)) return;
  if (bookable === null) return sendNoSuchEvent(call, host);
  const { eventType, link } = bookable;
  if (link !== null && !isLinkOpen(link, call.now)) return sendLinkEnded(call, host, link);
  if (link !== null || eventType.visibility === 'unlisted') call.ctx.set('X-Robots-Tag', 'noindex');
  const chosen = withDuration(eventType, durationIn(call.query, eventType));
  const shown = presentPublicType(host, chosen, call.deps.providers);
  if (call.query.get('choose') === 'zone') return sendZones(call, shown.timeZone);
  await sendEventView(call, chosen, shown, {});
}

/** The length that an address asks for; undefined where the event type does not have it. */
export function durationIn(query: URLSearchParams, eventType: EventType): number | undefined {
  return durationsOf(eventType).find((minutes) => String(minutes) === query.get('duration'));
}

interface Answer {
  readonly query?: URLSearchParams;
  readonly status?: number;
  readonly refused?: RefusedForm | null;
  readonly key?: string | null;
}

/** The event type's page as an address asks for it; `refused`: with the form that was not taken. */
export async function sendEventView(
  call: PageCall,
  row: EventType,
  eventType: PublicEventType,
  { query = call.query, status = 200, refused = null, key = null }: Answer,
): Promise<void> {
  const times = await loadTimes(call, row, { query, usual: { zone: eventType.timeZone } });
  const address = query.size === 0 ? call.ctx.path : `${call.ctx.path}?${query}`;
  const view: EventView = {
    kind: 'event',
    eventType,
    times,
    key: key ?? randomUUID(),
    refused,
  };
  await sendView(call, view, { status, address });
}

/** Kind words where an event type was renamed, archived or never was; its host is still there. */
function sendNoSuchEvent(call: PageCall, host: { readonly name: string; readonly handle: string }): Promise<void> {
  const t = translatorOfPage(call);
  const title = t('notFound.title');
  const others = `/${encodeURIComponent(host.handle)}${call.ctx.search}`;
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    <p>${t('notFound.event')}</p>
    <p><a class="button" href="${others}">${t('notFound.others', { host: host.name })}</a></p>
  </div>`;
  return sendArticle(call, { title, hidden: true, main }, 404);
}

/** Kind words where a link has served; what was booked by it is in the guest's mails. */
function sendLinkEnded(
  call: PageCall,
  host: { readonly name: string; readonly handle: string },
  { usedAt }: BookingLink,
): Promise<void> {
  const t = translatorOfPage(call);
  const title = usedAt ? t('link.used') : t('link.expired');
  const others = `/${encodeURIComponent(host.handle)}${call.ctx.search}`;
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    ${usedAt ? html`<p>${t('link.usedHint')}</p>` : nothing}
    <p>${t('link.askHost', { host: host.name })}</p>
    <p><a class="button" href="${others}">${t('notFound.others', { host: host.name })}</a></p>
  </div>`;
  return sendArticle(call, { title, hidden: true, main }, 410);
}
