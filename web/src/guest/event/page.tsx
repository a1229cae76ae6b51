import type { EventView } from '#api/pages/schema.ts';
import { usePageWords } from '../page-context.tsx';
import { placeName } from '../parts/place.tsx';
import { durationText } from '../times/words.ts';
import { BookingFlow } from './booking-flow.tsx';

/** `/:handle/:slug`: one event type, from the month to the booking. */
export function EventPage({ view }: { readonly view: EventView }) {
  const { title, description, durationMinutes, location, host } = view.eventType;
  const facts = `${durationText(durationMinutes)}, ${placeName(location.kind)}.`;
  usePageWords({
    title: `${title} with ${host.name}`,
    description: description === '' ? `Choose a time: ${facts}` : `${description} ${facts}`,
    hidden: view.refused !== null,
  });
  return <BookingFlow view={view} />;
}
