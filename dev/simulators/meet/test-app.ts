import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { CLIENT, simulated } from '../testing/simulated.ts';
import { CALENDAR_SCOPE } from './scopes.ts';

export const CALLBACK = 'http://localhost:3000/oauth/meet/callback';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of many shapes
  readonly body: any;
}

interface Sent {
  readonly token?: string;
  readonly json?: object;
  readonly form?: Record<string, string>;
  readonly headers?: Record<string, string>;
}

/** A simulated Google and the least of an app that speaks its protocol. */
export async function openGoogle() {
  const sim = await simulated();
  const call = (method: string, path: string, sent: Sent = {}) => ask(method, `${sim.url}/meet${path}`, sent);
  const token = (form: Record<string, string>) =>
    call('POST', '/oauth2/token', { form: { client_id: CLIENT.id, client_secret: CLIENT.secret, ...form } });
  const consent = async (query: Record<string, string> = {}) => {
    const verifier = randomBytes(32).toString('base64url');
    const { headers } = await call('GET', authorizePath({ ...challengeOf(verifier), sim_consent: 'allow', ...query }));
    return { verifier, back: new URL(headers.get('location') ?? 'none:').searchParams };
  };
  const exchange = (code: string, verifier: string) =>
    token({ grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: verifier });

  return {
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

function challengeOf(verifier: string): Record<string, string> {
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return { code_challenge: challenge, code_challenge_method: 'S256' };
}

async function ask(method: string, url: string, { token, json, form, headers }: Sent): Promise<Answer> {
  const body = json === undefined ? form && new URLSearchParams(form) : JSON.stringify(json);
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
