import type { EventType } from '#api/event-types/schema.ts';
import type { HostClient } from '#dev/clients/host.ts';

interface Provider {
  readonly provider: string;
  readonly name: string;
}

/** Publishes a 30-minute event type for each provider that has none among `known`; gives the slugs by provider. */
export async function ensureEventTypes(
  host: HostClient,
  known: readonly EventType[],
  providers: readonly Provider[],
): Promise<Record<string, string>> {
  const slugs: Record<string, string> = {};
  for (const { provider, name } of providers) {
    const mine = known.filter((one) => one.location.kind === provider && one.published && !one.archived);
    const found = mine.find((one) => one.slug === `${provider}-30`) ?? mine[0];
    slugs[provider] = (found ?? (await publish(host, provider, name))).slug;
  }
  return slugs;
}

function publish(host: HostClient, provider: string, name: string): Promise<EventType> {
  return host.offer(provider, {
    slug: `${provider}-30`,
    title: `30 minutes on ${name}`,
    slotIntervalMinutes: null,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    reminderMinutes: [1_440, 60],
  });
}
