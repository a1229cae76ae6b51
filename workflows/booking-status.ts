import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { BookingPlan } from './plan-types.ts';
import {
  BookingStatusKey,
  ConferenceStatusKey,
  HostIdKey,
  ProblemKey,
  ProviderKey,
  StartsAtKey,
  WaitingForKey,
} from './search-attributes.ts';

/** What operators see of a booking in the Temporal UI: ids, states and times only. */
export function publishStatus(plan: BookingPlan, operatorsAnswer: string | null): void {
  publishAttributes(plan);
  setCurrentDetails([table(plan, operatorsAnswer), history(plan)].join('\n\n'));
}

/**
 * Search attributes, written only when changed: each time is an event of the history and a write to what operators search.
 * From one call under way to the next they wait for the plan at its end, or for one made while it takes long.
 */
function publishAttributes(plan: BookingPlan): void {
  const known = workflowInfo().typedSearchAttributes;
  const waitedFor = known.get(WaitingForKey);
  const isSoonOver = plan.isPassing === true && (waitedFor === 'provider' || waitedFor === 'mail');
  const words = [
    { key: BookingStatusKey, value: plan.status },
    { key: HostIdKey, value: plan.hostId },
    { key: ProviderKey, value: plan.provider ?? 'none' },
    { key: ConferenceStatusKey, value: plan.conferenceStatus },
    { key: WaitingForKey, value: plan.waitingFor },
    { key: ProblemKey, value: plan.problem },
  ].filter(({ key, value }) => (known.get(key) ?? null) !== value);
  const moved = known.get(StartsAtKey)?.getTime() !== plan.startsAt;
  const starts = moved ? [{ key: StartsAtKey, value: new Date(plan.startsAt) }] : [];
  if (!moved && isSoonOver && words.every(({ key }) => key === ConferenceStatusKey || key === WaitingForKey)) return;
  if (words.length > 0 || moved) upsertSearchAttributes([...words, ...starts]);
}

function table(plan: BookingPlan, operatorsAnswer: string | null): string {
  const { conference, provider } = plan;
  const timers = plan.timers.toSorted((one, other) => one.at - other.at);
  const rows: [string, string][] = [
    ['Status', `**${plan.status}**, meeting at ${minute(plan.startsAt)}`],
    ['Conference', `${plan.conferenceStatus.replaceAll('_', ' ')}${provider === null ? '' : ` (${provider})`}`],
  ];
  if (plan.problem !== null) rows.push(['Problem', plan.problem]);
  if (operatorsAnswer !== null) rows.push(['Operator', operatorsAnswer]);
  if (conference !== null) rows.push(['Now', `${conference.action} at ${conference.providerName}`]);
  if (plan.mailsDue) rows.push(['Now', 'sending mails']);
  for (const { at, name } of plan.reminders ?? []) rows.push(['Mails', `${minute(at)} ${name}`]);
  for (const { at, name } of timers) rows.push(['Next', `${minute(at)} ${name}`]);
  if (plan.done) rows.push(['Next', 'nothing, this booking is over']);
  return ['| | |', '|---|---|', ...rows.map(([head, text]) => `| ${head} | ${text} |`)].join('\n');
}

function history({ story }: BookingPlan): string {
  return ['| Done | |', '|---|---|', ...story.map(({ at, what }) => `| ${minute(at)} | ${what} |`)].join('\n');
}

/** `2026-12-01 09:30Z` */
function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`;
}
