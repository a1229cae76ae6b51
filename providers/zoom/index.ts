import type { Config } from '#config';
import type { Provider } from '../provider.ts';
import { manifest } from './manifest.ts';
import { findByMarker, listChanges } from './list-meetings.ts';
import { createMeeting, createZoomApi, deleteMeeting, getMeeting, identify, updateMeeting } from './meetings.ts';
import { answerNotification } from './notifications.ts';
import { createZoomOauth, revokeGrant } from './oauth.ts';

/** Zoom: scheduled meetings of the connected user, notifications by the app's one webhook. */
export function createZoomProvider(config: Config): Provider {
  const oauth = createZoomOauth(config);
  const api = createZoomApi(config);
  return {
    manifest,
    authorizeUrl: oauth.authorizeUrl,
    exchange: oauth.exchange,
    refresh: oauth.refresh,
    revoke: (grant, until) => revokeGrant(oauth, grant, until),
    identify: (grant, until) => identify(api, { ...grant, until }),
    createMeeting: (access, wanted) => createMeeting(api, access, wanted),
    findByMarker: (access, marker) => findByMarker(api, access, marker),
    getMeeting: (access, id) => getMeeting(api, access, id),
    updateMeeting: (access, id, wanted) => updateMeeting(api, access, id, wanted),
    deleteMeeting: (access, id) => deleteMeeting(api, access, id),
    subscriptions: null,
    answerNotification: async (raw) => answerNotification(config.ZOOM_WEBHOOK_SECRET, raw),
    listChanges: (access, since, knownIds) => listChanges(api, access, since, knownIds),
  };
}
