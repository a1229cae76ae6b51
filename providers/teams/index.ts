import type { Config } from '#config';
import type { Api } from '../http.ts';
import type { Provider } from '../provider.ts';
import { graphError } from './errors.ts';
import { listChanges } from './find-events.ts';
import type { Graph } from './graph.ts';
import { manifest } from './manifest.ts';
import { createMeetings } from './meetings.ts';
import { answerNotification } from './notifications.ts';
import { createTeamsOauth } from './oauth.ts';
import { createSubscriptions } from './subscriptions.ts';

/** Microsoft Teams: events with a Teams meeting in the host's Outlook calendar, through Microsoft Graph. */
export function createTeamsProvider(config: Config): Provider {
  const api: Api = {
    name: manifest.name,
    timeoutMs: config.HTTP_TIMEOUT_MS,
    errorOf: (refusal) => graphError(refusal),
  };
  const graph: Graph = { api, baseUrl: `${config.TEAMS_API_URL}/v1.0`, deployment: config.DEPLOYMENT_ID };
  return {
    manifest,
    ...createTeamsOauth(config, api),
    ...createMeetings(graph),
    subscriptions: createSubscriptions(graph),
    answerNotification: (raw, secretOf) => answerNotification(raw, secretOf),
    listChanges: (access, since, knownIds) => listChanges(graph, access, since, knownIds),
  };
}
