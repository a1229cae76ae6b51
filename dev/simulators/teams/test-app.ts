import { randomUUID } from 'node:crypto';
import { ask, type Sent } from '../testing/ask.ts';
import { newVerifier } from '../testing/code-verifier.ts';
import { CLIENT, simulated } from '../testing/simulated.ts';

export const CALLBACK = 'http://localhost:3000/oauth/teams/callback';
export const SCOPES = 'openid email profile offline_access User.Read Calendars.ReadWrite';
const IMMUTABLE = { prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' };
const MARKER = 'String {6f3f1f0a-6d0b-4c55-9f0e-0b8f5a1c7d21} Name InsyticalMeeting';

/** A simulated Microsoft and the least of an app that speaks its protocol. */
export async function openMicrosoft() {
  const sim = await simulated();
  const call = (method: string, path: string, sent: Sent = {}) => ask(method, `${sim.url}/teams${path}`, sent);
  const token = (form: Record<string, string>) =>
    call('POST', '/login/common/oauth2/v2.0/token', {
      form: { client_id: CLIENT.id, client_secret: CLIENT.secret, ...form },
    });
  const consent = async (query: Record<string, string> = {}) => {
    const { verifier, asked } = newVerifier();
    const { headers } = await call('GET', authorizePath({ ...asked, sim_consent: 'allow', ...query }));
    return { verifier, back: new URL(headers.get('location') ?? 'none:').searchParams };
  };
  const exchange = (code: string, verifier: string) =>
    token({ grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: verifier });
  return {
    url: sim.url,
    call,
    token,
    consent,
    exchange,
    connect: async (account = 'demo') => {
      const { verifier, back } = await consent({ sim_account: account });
      return exchange(back.get('code') ?? '', verifier);
    },
    /** A call of Graph that asks for immutable ids. */
    graph: (method: string, path: string, sent: Sent) =>
      call(method, `/graph/v1.0${path}`, { ...sent, headers: sent.headers ?? IMMUTABLE }),
    /** A call of the control surface. */
    sim: (method: string, path: string, json?: object) =>
      ask(method, `${sim.url}/_sim/teams${path}`, json === undefined ? {} : { json }),
    receiver: sim.receiver,
    restart: () => sim.restart(),
    close: () => sim.close(),
  };
}

export type Microsoft = Awaited<ReturnType<typeof openMicrosoft>>;

/** The consent page's path, asked as our app does. */
export function authorizePath(query: Record<string, string> = {}): string {
  const asked = new URLSearchParams({
    client_id: CLIENT.id,
    redirect_uri: CALLBACK,
    response_type: 'code',
    response_mode: 'query',
    scope: SCOPES,
    state: 'state',
    ...query,
  });
  return `/login/common/oauth2/v2.0/authorize?${asked.toString()}`;
}

/** A fresh event of half an hour with a Teams meeting. */
export function newEvent(more: object = {}) {
  return {
    subject: 'Intro with Ada',
    body: { contentType: 'text', content: 'Booked through Insytical.' },
    start: { dateTime: '2026-12-01T10:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-12-01T10:30:00', timeZone: 'UTC' },
    isOnlineMeeting: true,
    onlineMeetingProvider: 'TeamsForBusiness',
    transactionId: randomUUID(),
    singleValueExtendedProperties: [{ id: MARKER, value: `test.${randomUUID()}` }],
    ...more,
  };
}

/** The list's path for events with this marker. */
export function listPath(marker: string): string {
  const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${MARKER}' and ep/value eq '${marker}')`;
  return `/me/events?$filter=${encodeURIComponent(filter)}`;
}

/** A subscription to the host's events whose two addresses answer at `base`. */
export function newSubscription(base: string, minutes = 60) {
  return {
    changeType: 'created,updated,deleted',
    notificationUrl: `${base}/changes?watch=1`,
    lifecycleNotificationUrl: `${base}/lifecycle?watch=1`,
    resource: 'me/events',
    clientState: 'ours alone',
    expirationDateTime: new Date(Date.now() + minutes * 60_000).toISOString(),
  };
}
