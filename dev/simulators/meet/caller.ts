import type { SimAccount } from '../core/accounts.ts';
import { param, type Call } from '../core/call.ts';
import { bearerOf } from '../core/oauth.ts';
import type { SimulatorState } from '../core/simulator.ts';
import { refused } from './google-error.ts';
import { CALENDAR_SCOPE } from './scopes.ts';

/** Who calls the Calendar API, and about which event. @throws Refused */
export function calendarCaller(state: SimulatorState, call: Call): SimAccount {
  const eventId = param(call, 'eventId');
  if (eventId !== '') call.about.meetingId = eventId;
  const bearer = bearerOf(state, call);
  if ('problem' in bearer)
    throw bearer.problem === 'missing'
      ? refused(401, 'required', 'Login Required.')
      : refused(401, 'authError', 'Invalid Credentials');
  if (!bearer.token.scopes.includes(CALENDAR_SCOPE))
    throw refused(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.');
  const calendar = call.params['calendarId'];
  if (calendar !== undefined && calendar !== 'primary' && calendar !== bearer.account.email)
    throw refused(404, 'notFound', 'Not Found');
  return bearer.account;
}
