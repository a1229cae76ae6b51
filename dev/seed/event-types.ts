import type { EventType, NewEventType } from '#api/event-types/schema.ts';
import type { HttpClient } from './http-client.ts';

interface Provider {
  readonly provider: string;
  readonly name: string;
}

/** Publishes a 30-minute event type for each provider that has none among `items`; gives the slugs by provider. */
export async function ensureEventTypes(
  client: HttpClient,
  items: readonly EventType[],
  providers: readonly Provider[],
): Promise<Record<string, string>> {
  const slugs: Record<string, string> = {};
  for (const { provider, name } of providers) {
    const mine = items.filter((one) => one.location.kind === provider && one.published && !one.archived);
    const known = mine.find((one) => one.slug === `${provider}-30`) ?? mine[0];
    slugs[provider] = (known ?? (await client.json<EventType>('POST', '/api/v1/event-types', of(provider, name)))).slug;
  }
  return slugs;
}

const of = (provider: string, name: string): NewEventType => ({
  slug: `${provider}-30`,
  title: `30 minutes on ${name}`,
  durationMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  bookingWindow: { kind: 'rolling', days: 60 },
  location: { kind: provider },
  reminderMinutes: [1_440, 60],
  published: true,
});
