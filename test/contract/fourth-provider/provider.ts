import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Api, callApi, nothing } from '#providers/http.ts';
import { createOauthClient } from '#providers/oauth.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { LiveMeeting, Manifest, NotificationAnswer, RawRequest, WantedMeeting } from '#providers/provider.ts';
import type { ProviderFactory } from '#providers/registry.ts';
import { says } from '#messages/says.ts';
import { standardError } from '#providers/standard-error.ts';
import { ourClient } from '../stage.ts';

const manifest: Manifest = {
  id: 'acme',
  name: 'Acme Rooms',
  colour: '#7a1fa2',
  scopes: [{ name: 'rooms', text: 'Rooms' }],
  permissions: [says('said.permission_zoom_meetings')],
  manageAccessUrl: 'https://acme.example/apps',
  putsEventInHostCalendar: false,
  revocable: true,
  reconsentRevokesPrior: false,
  callSlots: 2,
  subscriptionLifeMs: null,
  variables: [],
};

const room = z
  .object({ id: z.string(), from: z.number(), until: z.number(), url: z.url(), made: z.number() })
  .transform(({ id, from, until, url, made }): LiveMeeting => ({
    id,
    startsAt: from,
    endsAt: until,
    joinUrl: url,
    linkExpected: true,
    createdAt: made,
  }));
const rooms = z.object({ rooms: z.array(room) });
const person = z.object({ id: z.string(), email: z.email() });
const notification = z.object({ what: z.enum(['changed', 'deleted']), room: z.string() });

/** An invented provider, made of the shared parts only: what a new folder under `providers/` would hold. */
export const acmeAt =
  (base: string): ProviderFactory =>
  (config) => {
    const oauth = createOauthClient({
      name: manifest.name,
      timeoutMs: config.HTTP_TIMEOUT_MS,
      clientId: ourClient.id,
      clientSecret: ourClient.secret,
      clientAuth: 'form',
      issuer: base,
      authorizeEndpoint: `${base}/acme/authorize`,
      tokenEndpoint: `${base}/acme/token`,
      revokeEndpoint: `${base}/acme/revoke`,
      neededScopes: ['rooms'],
    });
    const api: Api = {
      name: manifest.name,
      timeoutMs: config.HTTP_TIMEOUT_MS,
      errorOf: (refusal) => standardError({ name: manifest.name, refusal, detail: '', now: Date.now() }),
    };
    const at = (path: string) => new URL(`${base}/acme${path}`);
    return {
      manifest,
      authorizeUrl: oauth.authorizeUrl,
      exchange: oauth.exchange,
      refresh: oauth.refresh,
      revoke: async ({ refreshToken, accessToken }) => void (await oauth.revoke(refreshToken ?? accessToken)),
      async identify({ accessToken }) {
        const me = await callApi(api, { method: 'GET', url: at('/me'), access: { accessToken }, answer: person });
        return { accountId: me.id, email: me.email };
      },
      createMeeting: (access, { marker, ...wanted }) =>
        callApi(api, { method: 'PUT', url: at(`/rooms/${marker}`), access, body: bodyOf(wanted), answer: room }),
      async findByMarker(access, marker) {
        const url = at(`/rooms?marker=${encodeURIComponent(marker)}`);
        return (await callApi(api, { method: 'GET', url, access, answer: rooms })).rooms;
      },
      getMeeting: (access, id) =>
        orGone(callApi(api, { method: 'GET', url: at(`/rooms/${id}`), access, answer: room })),
      updateMeeting: (access, id, wanted) =>
        orGone(callApi(api, { method: 'PATCH', url: at(`/rooms/${id}`), access, body: bodyOf(wanted), answer: room })),
      deleteMeeting: async (access, id) =>
        void (await orGone(callApi(api, { method: 'DELETE', url: at(`/rooms/${id}`), access, answer: nothing }))),
      subscriptions: null,
      answerNotification: async (raw) => answerNotification(raw),
      listChanges: async (_access, since, knownIds) =>
        knownIds.map((meetingId) => ({ what: 'changed', meetingId, dedupeKey: `${since} ${meetingId}` })),
    };
  };

export function proofOf(body: string | Buffer): string {
  return createHmac('sha256', ourClient.webhookSecret).update(body).digest('hex');
}

function answerNotification({ headers, body }: RawRequest): NotificationAnswer {
  if (headers['acme-signature'] !== proofOf(body)) return { kind: 'refused' };
  const { what, room: meetingId } = notification.parse(JSON.parse(body.toString('utf8')));
  const dedupeKey = createHash('sha256').update(body).digest('hex');
  return { kind: 'notifications', notifications: [{ what, meetingId, dedupeKey }] };
}

function bodyOf({ startsAt, endsAt, title }: WantedMeeting) {
  return { from: startsAt, until: endsAt, title };
}

async function orGone<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'gone') return null;
    throw error;
  }
}
