import { createHash } from 'node:crypto';
import type { SimAccount } from '../core/accounts.ts';
import { createTokenSigner, type TokenSigner } from '../core/json-web-token.ts';
import type { Notification } from '#dev/simulators/core/notifications.ts';
import type { Site, Simulator, SimulatorFactory } from '../core/simulator.ts';
import { channelRoutes } from './channel-routes.ts';
import { createChannels } from './channels.ts';
import type { Calendars } from './calendars.ts';
import { eventRoutes } from './event-routes.ts';
import { asMeeting, createEvents, type EventRow, timeOf } from './events.ts';
import { failure, rateLimited } from './google-error.ts';
import { oauthRoutes } from './oauth.ts';
import { addPrivateLife } from './private-life.ts';
import { securityEventRoutes, tokensRevoked } from './security-events.ts';

const DAY_MS = 86_400_000;

/** Google, as far as Google Meet through Google Calendar needs it. */
export const meet: SimulatorFactory = {
  id: 'meet',
  accountDomain: 'gmail.example',
  accountId: subjectOf,
  create: (site) => createMeet(site),
};

function createMeet(site: Site): Simulator {
  const { state } = site;
  const events = createEvents(state.journal);
  const channels = createChannels(state.journal, state.accounts);
  const signer = createTokenSigner();
  const calendars: Calendars = { state, events, channels };
  const ours = (status: EventRow['status']) => events.all().filter((row) => row.status === status && !row.isPrivate);
  const change = (id: string, from: EventRow['status'], work: (row: EventRow) => Partial<EventRow>) => {
    const row = ours(from).find((row) => row.id === id);
    if (row === undefined) return null;
    events.change(row, work(row));
    return channels.push(row.accountId, row.id);
  };
  return {
    id: 'meet',
    name: 'Google Meet',
    state,
    routes: [
      ...oauthRoutes({ site, signer, welcome: (account) => addPrivateLife(events, account) }),
      ...securityEventRoutes(signer),
      ...channelRoutes(calendars),
      ...eventRoutes(calendars),
    ],
    meetings: () => ours('confirmed').map(asMeeting),
    move: (id, startsAt) => change(id, 'confirmed', (row) => ({ fields: movedTo(row, startsAt) })),
    remove: (id) => change(id, 'confirmed', () => ({ status: 'cancelled' })),
    timeless: {
      label: 'Make it all-day',
      make: (id) => change(id, 'confirmed', (row) => ({ fields: allDay(row) })),
    },
    bin: {
      meetings: () => ours('cancelled').map(asMeeting),
      recover: (id) => change(id, 'cancelled', () => ({ status: 'confirmed' })),
    },
    uninstall: (account) => uninstall(site, signer, account),
    clear: () => events.clear(),
    failure: (status, operation) => failure(status, operation),
    rateLimit: ({ status }) => rateLimited(status ?? 429),
  };
}

/** Google's account numbers have 21 digits. */
function subjectOf(email: string): string {
  const number = createHash('sha256').update(email).digest().readBigUInt64BE();
  return `1${String(number).padStart(20, '0')}`.slice(0, 21);
}

function movedTo({ fields }: EventRow, startsAt: number): EventRow['fields'] {
  const { start, end } = fields;
  const at = ({ timeZone }: typeof start, time: number) => ({ dateTime: new Date(time).toISOString(), timeZone });
  return { ...fields, start: at(start, startsAt), end: at(end, startsAt + timeOf(end) - timeOf(start)) };
}

const day = (time: number) => ({ date: new Date(time).toISOString().slice(0, 10) });

/** On the days of UTC on which it was. */
function allDay({ fields }: EventRow): EventRow['fields'] {
  return { ...fields, start: day(timeOf(fields.start)), end: day(timeOf(fields.end) + DAY_MS) };
}

/** Access removed at Google's page of third-party connections: every token is revoked, and Google says so. */
function uninstall(site: Site, signer: TokenSigner, account: SimAccount): readonly Notification[] {
  const had = site.state.tokens.kill(account.id, ['code', 'access', 'refresh']);
  return had ? [tokensRevoked(signer, site, account)] : [];
}
