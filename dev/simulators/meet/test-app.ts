import { randomUUID } from 'node:crypto';
import { ask, type Sent } from '../testing/ask.ts';
import { newVerifier } from '../testing/code-verifier.ts';
import { CLIENT, simulated } from '../testing/simulated.ts';
import { CALENDAR_SCOPE } from './scopes.ts';

export const CALLBACK = 'http://localhost:3000/oauth/meet/callback';

/** A simulated Google and the least of an app that speaks its protocol. */
export async function openGoogle() {
  const sim = await simulated();
  const call = (method: string, path: string, sent: Sent = {}) => ask(method, `${sim.url}/meet${path}`, sent);
  const token = (form: Record<string, string>) =>
    call('POST', '/oauth2/token', { form: { client_id: CLIENT.id, client_secret: CLIENT.secret, ...form } });
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
    connect: async (account = 'demo', query: Record<string, string> = {}) => {
      const { verifier, back } = await consent({ sim_account: account, ...query });
      return exchange(back.get('code') ?? '', verifier);
    },
    events: (method: string, path: string, sent: Sent) =>
      call(method, `/api/calendar/v3/calendars/primary/events${path}`, sent),
    /** A call of the control surface. */
    sim: (method: string, path: string, json?: object) =>
      ask(method, `${sim.url}/_sim/meet${path}`, json === undefined ? {} : { json }),
    pushes: sim.receiver,
    restart: () => sim.restart(),
    close: () => sim.close(),
  };
}

export type Google = Awaited<ReturnType<typeof openGoogle>>;

/** The consent page's path, asked as our app does. */
export function authorizePath(query: Record<string, string> = {}): string {
  const asked = new URLSearchParams({
    client_id: CLIENT.id,
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: `openid email ${CALENDAR_SCOPE}`,
    state: 'state',
    access_type: 'offline',
    ...query,
  });
  return `/accounts/o/oauth2/v2/auth?${asked.toString()}`;
}

/** A fresh event of an hour, with a conference asked for. */
export function newEvent(more: object = {}) {
  const id = randomUUID().replaceAll('-', '');
  return {
    id,
    summary: 'Intro with Ada',
    start: { dateTime: '2026-12-01T09:00:00Z', timeZone: 'Europe/Berlin' },
    end: { dateTime: '2026-12-01T10:00:00Z', timeZone: 'Europe/Berlin' },
    conferenceData: { createRequest: { requestId: id, conferenceSolutionKey: { type: 'hangoutsMeet' } } },
    extendedProperties: { private: { insyticalMeeting: `test.${id}`, insyticalDeployment: 'test' } },
    ...more,
  };
}
