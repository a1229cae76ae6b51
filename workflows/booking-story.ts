import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { BookingPlan } from './messages.ts';
import { BookingStatusKey, ConferenceStatusKey, HostIdKey, ProviderKey, StartsAtKey } from './search-attributes.ts';

/** What operators see of a booking in the Temporal UI; search attributes are written only when changed. */
export function tellBooking(plan: BookingPlan): void {
  const known = workflowInfo().typedSearchAttributes;
  const changed = [
    { key: BookingStatusKey, value: plan.status },
    { key: HostIdKey, value: plan.hostId },
    { key: ProviderKey, value: plan.provider ?? 'none' },
    { key: ConferenceStatusKey, value: plan.conferenceStatus },
  ].filter(({ key, value }) => known.get(key) !== value);
  const startsAt = new Date(plan.startsAt);
  const moved = known.get(StartsAtKey)?.getTime() !== plan.startsAt;
  if (changed.length > 0 || moved)
    upsertSearchAttributes([...changed, ...(moved ? [{ key: StartsAtKey, value: startsAt }] : [])]);
  setCurrentDetails(
    [
      `**${plan.status}**, meeting at ${startsAt.toISOString()}`,
      `Conference: ${plan.conferenceStatus}${plan.provider === null ? '' : ` (${plan.provider})`}`,
      plan.conference === null ? '' : `Now: ${plan.conference.action}`,
      plan.mailsDue ? 'Now: mails' : '',
      plan.done ? 'Nothing is owed.' : `Next: ${plan.waitingFor}`,
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
  );
}
