import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ConnectStarted } from '#api/openapi/client/types.ts';
import type { TestStack } from '#test/setup/stack.ts';
import type { Stage } from './stage.ts';

/** How another program of the host's makes a meeting at each provider. */
interface Hand {
  readonly token: string;
  readonly create: string;
  readonly clientAuth: 'basic' | 'form';
  readonly body: (title: string, startsAt: Date, endsAt: Date) => object;
}

const HANDS: Readonly<Record<string, Hand>> = {
  zoom: {
    token: '/zoom/oauth/token',
    create: '/zoom/v2/users/me/meetings',
    clientAuth: 'basic',
    body: (topic, startsAt) => ({ topic, type: 2, start_time: seconds(startsAt), duration: 30, timezone: 'UTC' }),
  },
  teams: {
    token: '/teams/login/common/oauth2/v2.0/token',
    create: '/teams/graph/v1.0/me/events',
    clientAuth: 'form',
    body: (subject, startsAt, endsAt) => ({ subject, start: utc(startsAt), end: utc(endsAt) }),
  },
  meet: {
    token: '/meet/oauth2/token',
    create: '/meet/api/calendar/v3/calendars/primary/events',
    clientAuth: 'form',
    body: (summary, startsAt, endsAt) => ({ summary, start: utc(startsAt), end: utc(endsAt) }),
  },
};
const seconds = (at: Date) => at.toISOString().replace(/\.\d+Z$/, 'Z');
const utc = (at: Date) => ({ dateTime: seconds(at), timeZone: 'UTC' });
const DAY_MS = 86_400_000;

/**
 * Puts a foreign meeting into the host's account at the provider and returns its id. Before the host connects: Zoom
 * lets only the newest consent in.
 */
export async function addForeignMeeting(stack: TestStack, stage: Stage, account: string): Promise<string> {
  const { simulators } = await stack.file();
  const hand = HANDS[stage.traits.id];
  if (hand === undefined) throw new Error(`No hand at ${stage.traits.id}`);
  const accessToken = await accessOf(stack, stage, hand, account);
  const startsAt = new Date(Date.now() + 2 * DAY_MS);
  const answer = await fetch(`${simulators}${hand.create}`, {
    method: 'POST',
    // Only Outlook listens to the last one: ids that stay.
    headers: {
      authorization: `Bearer ${accessToken}`,
      'content-type': 'application/json',
      prefer: 'IdType="ImmutableId"',
    },
    body: JSON.stringify(hand.body('Foreign', startsAt, new Date(startsAt.getTime() + 1_800_000))),
  });
  const { id } = z.object({ id: z.union([z.string(), z.number()]) }).parse(await answer.json());
  return String(id);
}

/** The app's registration with a consent of its own, as another installation of it would have. */
async function accessOf(stack: TestStack, { host, traits }: Stage, hand: Hand, account: string): Promise<string> {
  const { simulators } = await stack.file();
  const path = `/api/v1/integrations/${traits.id}/connect`;
  const consent = new URL((await host.json<ConnectStarted>('POST', path, { mode: 'redirect' })).authorizeUrl);
  const verifier = randomBytes(32).toString('base64url');
  consent.searchParams.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'));
  consent.searchParams.set('sim_consent', 'allow');
  consent.searchParams.set('sim_account', account);
  const allowed = await fetch(consent, { redirect: 'manual' });
  const code = new URL(allowed.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const client = {
    id: consent.searchParams.get('client_id') ?? '',
    secret: (await secretsOf(stack)).simulatorClientSecret,
  };
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: consent.searchParams.get('redirect_uri') ?? '',
    ...(hand.clientAuth === 'form' ? { client_id: client.id, client_secret: client.secret } : {}),
  });
  const basic = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`;
  const answer = await fetch(`${simulators}${hand.token}`, {
    method: 'POST',
    headers: hand.clientAuth === 'basic' ? { authorization: basic } : {},
    body: form,
  });
  return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
}

const secrets = z.object({ simulatorClientSecret: z.string(), simulatorWebhookSecret: z.string() });

/** What the simulators share with the app. */
export async function secretsOf(stack: TestStack): Promise<z.infer<typeof secrets>> {
  const { DATA_DIR = '' } = await stack.environment();
  return secrets.parse(JSON.parse(await readFile(join(DATA_DIR, 'secrets.json'), 'utf8')));
}
