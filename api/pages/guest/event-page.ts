import type { EventType } from '#db/entities/event-type.ts';
import type { Html } from '#mail/html.ts';
import { findBookable, findHost } from '../../guest/find-public.ts';
import { presentPublicType } from '../../guest/present.ts';
import type { PublicEventType } from '../../guest/schema.ts';
import { placeLabel } from '../../shared/places.ts';
import { layout } from '../layout.ts';
import { type PageCall, sendPage } from '../page.ts';
import { bookingForm } from '../plain/booking-form.ts';
import { eventView, noSuchEvent } from '../plain/event-view.ts';
import { loadFreeTimes } from '../plain/free-times.ts';
import { timesView } from '../plain/times-view.ts';
import { prefilled } from '../plain/typed.ts';
import { durationText } from '../plain/words.ts';
import { followRename } from './follow-rename.ts';
import { sendGuestPage, zoneOr } from './send-guest-page.ts';

/** `/:handle/:slug`: one event type, from its free times to its form. */
export async function eventPage(call: PageCall): Promise<void> {
  const { ctx, deps, em, params } = call;
  const { handle = '', slug = '' } = params;
  const host = await findHost(em, handle);
  if (followRename(call, host)) return;
  const eventType = await findBookable(em, host, slug);
  if (eventType === null) {
    sendPage(ctx, layout({ title: 'This page does not exist', hidden: true, main: noSuchEvent(host) }), 404);
    return;
  }
  const shown = presentPublicType(host, eventType);
  const { title, description, durationMinutes, location } = shown;
  const facts = `${durationText(durationMinutes)}, ${placeLabel(location.kind, deps.providers)}.`;
  await sendGuestPage(call, {
    title: `${title} with ${host.name}`,
    description: description === '' ? `Choose a time: ${facts}` : `${description} ${facts}`,
    plain: eventView(shown, deps.providers, await nextStep(call, eventType, shown)),
    data: { [`/api/v1/public/${encodeURIComponent(handle)}/${encodeURIComponent(slug)}`]: shown },
  });
}

async function nextStep(call: PageCall, row: EventType, eventType: PublicEventType): Promise<Html> {
  const { query } = call;
  const zone = zoneOr(query.get('tz'), eventType.timeZone);
  const startsAt = instantOf(query.get('slot'));
  const path = pathOf(eventType);
  if (startsAt === null) return timesView({ path, query, free: await loadFreeTimes(call, row, { zone }) });
  const typed = prefilled(query, zone, startsAt, eventType.questions);
  return bookingForm({ path, query, eventType, typed, errors: new Map(), problem: null, instead: [] });
}

/** An instant from an address, as the API writes it; null for anything else. */
export function instantOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(Date.parse(text))) return null;
  return new Date(text).toISOString();
}

/** Path of an event type's page. */
export const pathOf = ({ host, slug }: PublicEventType) =>
  `/${encodeURIComponent(host.handle)}/${encodeURIComponent(slug)}`;
