import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulators } from '../start.ts';
import { CALENDAR_SCOPE } from './scopes.ts';

const CLIENT = { id: 'client', secret: 'secret' };
const REDIRECT = 'http://localhost:3000/oauth/meet/callback';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests look into vendors' JSON freely.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

interface Sent {
  readonly token?: string;
  readonly json?: object;
  readonly form?: Record<string, string>;
  readonly headers?: Record<string, string>;
}

/** A simulated Google on a free port, an app connecting to it, and an address that takes its pushes. */
export async function openGoogle() {
  const dataDir = await mkdtemp(join(tmpdir(), 'google-'));
  const pushes = await openInbox();
  const start = () => startSimulators({ port: 0, dataDir, webhookUrl: pushes.url, clients: { meet: CLIENT } });
  let simulators = await start();

  const call = async (method: string, path: string, { token, json, form, headers }: Sent = {}): Promise<Answer> => {
    const body = json === undefined ? form && new URLSearchParams(form) : JSON.stringify(json);
    const response = await fetch(simulators.url + path, {
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
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const token = (form: Record<string, string>) =>
    call('POST', '/meet/oauth2/token', { form: { client_id: CLIENT.id, client_secret: CLIENT.secret, ...form } });

  return {
    call,
    token,
    pushes,
    /** Consent, as by the address; the redirect's parameters. */
    async consent(query: Record<string, string> = {}) {
      const verifier = randomBytes(32).toString('base64url');
      const asked = new URLSearchParams({
        client_id: CLIENT.id,
        redirect_uri: REDIRECT,
        response_type: 'code',
        scope: `openid email ${CALENDAR_SCOPE}`,
        state: 'state',
        access_type: 'offline',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        sim_consent: 'allow',
        ...query,
      });
      const { headers } = await call('GET', `/meet/accounts/o/oauth2/v2/auth?${asked.toString()}`);
      return { verifier, back: new URL(headers.get('location') ?? 'none:').searchParams };
    },
    exchange: (code: string, verifier: string) =>
      token({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: verifier }),
    async connect(account = 'demo', query: Record<string, string> = {}) {
      const { verifier, back } = await this.consent({ sim_account: account, ...query });
      return this.exchange(back.get('code') ?? '', verifier);
    },
    events: (method: string, path: string, sent: Sent) =>
      call(method, `/meet/api/calendar/v3/calendars/primary/events${path}`, sent),
    sim: (method: string, path: string, json?: object) => call(method, `/_sim/meet${path}`, json ? { json } : {}),
    async restart() {
      await simulators.close();
      simulators = await start();
    },
    async close() {
      await simulators.close();
      pushes.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

export type Google = Awaited<ReturnType<typeof openGoogle>>;

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

interface Push {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

async function openInbox() {
  const received: Push[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () => server.close(),
  };
}
