import type { Config } from '#config';
import type { Api } from '../http.ts';
import type { Provider } from '../provider.ts';
import type { Calendar } from './calendar.ts';
import { meetError } from './errors.ts';
import { listChanges } from './list-events.ts';
import { manifest } from './manifest.ts';
import { createMeetings } from './meetings.ts';
import { answerPush, isPush } from './notifications.ts';
import { createMeetOauth } from './oauth.ts';
import { createSecurityEvents } from './security-events.ts';
import { createSubscriptions } from './subscriptions.ts';

/** Google Meet: events with a Meet link on the host's primary calendar. */
export function createMeetProvider(config: Config): Provider {
  const api: Api = { name: manifest.name, timeoutMs: config.HTTP_TIMEOUT_MS, errorOf: meetError };
  const calendar: Calendar = {
    api,
    baseUrl: `${config.MEET_API_URL}/calendar/v3`,
    deployment: config.DEPLOYMENT_ID,
  };
  const readEvent = createSecurityEvents({
    accountsUrl: config.MEET_ACCOUNTS_URL,
    clientId: config.MEET_CLIENT_ID,
    limits: api,
  });
  return {
    manifest,
    ...createMeetOauth(config, api),
    ...createMeetings(calendar),
    subscriptions: createSubscriptions(calendar),
    answerNotification: (raw, secretOf) =>
      isPush(raw) ? answerPush(raw, secretOf) : readEvent(raw.body.toString('utf8')),
    listChanges: (access, since, knownIds) => listChanges(calendar, access, since, knownIds),
  };
}
