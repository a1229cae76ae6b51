import type { Site, Simulator, SimulatorFactory } from '../core/simulator.ts';
import { apiRoutes } from './api.ts';
import { createDailyCap } from './daily-cap.ts';
import { createEndpointCheck } from './endpoint-check.ts';
import { accountLimit, failureOf } from './errors.ts';
import { createEvents } from './events.ts';
import { createInstallations } from './installations.ts';
import { NO_FIXED_TIME, simMeeting } from './meeting.ts';
import { createMeetings } from './meetings.ts';
import { oauthRoutes } from './oauth.ts';
import { userId } from './users.ts';

/** Zoom: no idempotent create, rotating refresh tokens, one signed app-wide webhook. */
export const zoom: SimulatorFactory = {
  id: 'zoom',
  accountDomain: 'zoom.example',
  accountId: userId,
  create,
};

function create(site: Site): Simulator {
  if (site.client.webhookSecret === undefined)
    throw new Error('Zoom signs its notifications: ZOOM_WEBHOOK_SECRET is missing');
  const { state } = site;
  const { journal, accounts, tokens } = state;
  const installations = createInstallations(journal);
  const check = createEndpointCheck(site);
  const events = createEvents(site, installations, check.mayDeliver);
  const meetings = createMeetings(site, events);
  const cap = createDailyCap(journal, accounts);
  return {
    id: zoom.id,
    name: 'Zoom',
    state,
    routes: [...oauthRoutes(site, installations), ...apiRoutes(site, meetings, cap)],
    meetings: () => meetings.live().map(simMeeting),
    move: (id, startsAt) => {
      const meeting = meetings.find(id);
      return meeting === undefined ? null : meetings.update(meeting, { ...meeting, startsAt });
    },
    remove: (id) => {
      const meeting = meetings.find(id);
      return meeting === undefined ? null : meetings.remove(meeting);
    },
    timeless: {
      label: 'Make it recurring, no fixed time',
      make: (id) => {
        const meeting = meetings.find(id);
        return meeting === undefined ? null : meetings.update(meeting, { ...meeting, type: NO_FIXED_TIME });
      },
    },
    bin: { meetings: () => meetings.deleted().map(simMeeting), recover: (id) => meetings.recover(id) },
    uninstall: (account) =>
      journal.transact(() => {
        tokens.kill(account.id, ['code', 'access', 'refresh']);
        if (!installations.has(account.id)) return [];
        installations.remove(account.id);
        return events.deauthorized(account);
      }),
    clear: () => {
      meetings.clear();
      cap.clear();
    },
    failure: (status, operation, call) => failureOf(status, operation, call.about.meetingId),
    rateLimit: accountLimit,
    start: check.start,
    stop: check.stop,
  };
}
