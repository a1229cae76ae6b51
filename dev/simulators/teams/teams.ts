import type { Site, Simulator, SimulatorFactory } from '../core/simulator.ts';
import { entraFailure } from './entra-error.ts';
import { eventRoutes } from './event-routes.ts';
import { asMeeting, createEvents, type EventRow } from './events.ts';
import { graphFailure, throttled } from './graph-error.ts';
import type { Mailboxes } from './mailboxes.ts';
import { oauthRoutes } from './oauth.ts';
import { addPrivateLife } from './private-life.ts';
import { profileRoute } from './profile.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { type ChangeType, createSubscriptions } from './subscriptions.ts';
import { accountIdOf } from './tenants.ts';

/** Microsoft, as far as Teams meetings in Outlook calendars need it. */
export const teams: SimulatorFactory = {
  id: 'teams',
  accountDomain: 'contoso.example',
  accountId: accountIdOf,
  create: createTeams,
};

function createTeams(site: Site): Simulator {
  const { state } = site;
  const events = createEvents(state.journal);
  const subscriptions = createSubscriptions(state);
  const mailboxes: Mailboxes = { state, events, subscriptions, underWay: new Map() };
  const lying = (folder: EventRow['folder']) => events.all().filter((row) => row.folder === folder && !row.isPrivate);
  const change = (
    id: string,
    folder: EventRow['folder'],
    told: ChangeType,
    changes: (row: EventRow) => Partial<EventRow>,
  ) => {
    const row = lying(folder).find((row) => row.id === id);
    if (row === undefined) return null;
    return state.journal.transact(() => subscriptions.changed(events.change(row, changes(row)), told));
  };
  return {
    id: teams.id,
    name: 'Microsoft Teams',
    state,
    routes: [
      ...oauthRoutes(site, (account) => addPrivateLife(events, account)),
      profileRoute(state),
      ...eventRoutes(mailboxes),
      ...subscriptionRoutes(mailboxes),
    ],
    meetings: () => lying('calendar').map(asMeeting),
    move: (id, startsAt) =>
      change(id, 'calendar', 'updated', (row) => ({ startsAt, endsAt: startsAt + row.endsAt - row.startsAt })),
    remove: (id) => change(id, 'calendar', 'deleted', () => ({ folder: 'deleted' })),
    timeless: { label: 'Make it all-day', make: (id) => change(id, 'calendar', 'updated', allDay) },
    bin: {
      meetings: () => lying('deleted').map(asMeeting),
      recover: (id) => change(id, 'deleted', 'created', () => ({ folder: 'calendar' })),
    },
    // Consent withdrawn: no webhook says so, but the subscriptions end, which their lifecycle address is told.
    uninstall: (account) =>
      state.journal.transact(() => {
        state.tokens.kill(account.id, ['code', 'access', 'refresh']);
        return subscriptions.lifecycle(account, 'subscriptionRemoved');
      }),
    clear: () => events.clear(),
    failure: (status, operation) =>
      operation === 'exchange' || operation === 'refresh' || operation === 'revoke'
        ? entraFailure(status)
        : graphFailure(status),
    rateLimit: ({ status }) => throttled(status ?? 429, 'TooManyRequests', 'Please retry again later.'),
  };
}

const DAY_MS = 86_400_000;

/** On the day of UTC on which it began. */
function allDay({ startsAt }: EventRow): Partial<EventRow> {
  const midnight = Math.floor(startsAt / DAY_MS) * DAY_MS;
  return { isAllDay: true, startsAt: midnight, endsAt: midnight + DAY_MS };
}
