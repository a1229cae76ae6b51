import { setTimeout as delay } from 'node:timers/promises';
import type { SimAccount } from '../core/accounts.ts';
import { param, Refused, type Call } from '../core/call.ts';
import { bearerOf } from '../core/oauth.ts';
import type { TokenRow } from '../core/tokens.ts';
import type { SimulatorState } from '../core/simulator.ts';
import { refused, throttled } from './graph-error.ts';
import type { Mailboxes } from './mailboxes.ts';
import { CALENDAR_SCOPE } from './scopes.ts';

/** Calls a mailbox takes at once from one app. */
const AT_ONCE = 4;
/** How long a call takes at Microsoft's, where no trait `latencyMs` says otherwise. */
const LATENCY_MS = 20;

/** Who calls Graph, with which token. @throws Refused 401 */
export function graphCaller(state: SimulatorState, call: Call): { account: SimAccount; token: TokenRow } {
  const bearer = bearerOf(state, call);
  if ('account' in bearer) return bearer;
  const message = {
    missing: 'Access token is empty.',
    unknown: 'IDX14100: JWT is not well formed, there are no dots (.).',
    expired: 'Lifetime validation failed, the token is expired.',
  };
  throw refused(401, 'InvalidAuthenticationToken', message[bearer.problem]);
}

/** Who calls about a calendar, and about which event. @throws Refused */
export function calendarCaller(mailboxes: Mailboxes, call: Call): SimAccount {
  const { state, events, underWay } = mailboxes;
  const { account, token } = graphCaller(state, call);
  const eventId = param(call, 'eventId');
  if (eventId !== '') call.about.meetingId = events.find(account.id, eventId)?.id ?? eventId;
  if (!token.scopes.includes(CALENDAR_SCOPE))
    throw refused(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  if (!state.accounts.trait(account.id, 'mailbox', true))
    throw refused(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    );
  if ((underWay.get(account.id) ?? 0) >= AT_ONCE)
    throw new Refused(throttled(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.'));
  return account;
}

/** Takes the time a call takes, while it counts as under way. */
export async function takeTime({ state, underWay }: Mailboxes, { id }: SimAccount): Promise<void> {
  underWay.set(id, (underWay.get(id) ?? 0) + 1);
  await delay(state.accounts.trait(id, 'latencyMs', LATENCY_MS));
  underWay.set(id, (underWay.get(id) ?? 1) - 1);
}
