import { createHmac, randomBytes } from 'node:crypto';
import type { Site } from '../core/simulator.ts';
import { signedHeaders } from './events.ts';

/** Zoom's challenge-response check of the webhook endpoint. */
export interface EndpointCheck {
  /** False while the endpoint has answered wrongly at first, or six times in a row: then Zoom sends no events. */
  readonly mayDeliver: () => boolean;
  readonly start: () => void;
  readonly stop: () => void;
}

const EVERY_MS = 72 * 3_600_000;
/** The check of a new endpoint is made by hand at Zoom, once the app runs; here it is repeated until the app does. */
const UNTIL_IT_PASSED_MS = 1_000;
const ANSWER_WITHIN_MS = 3_000;
const FAILURES_ALLOWED = 6;

type Result = 'passed' | 'wrong' | 'unreachable';

export function createEndpointCheck(site: Site): EndpointCheck {
  let hasPassed = false;
  let failures = 0;
  let wasWrong = false;
  let timer: NodeJS.Timeout | undefined;
  const ended = new AbortController();

  const run = async () => {
    const result = await check(site, ended.signal);
    if (ended.signal.aborted) return;
    if (result === 'passed') hasPassed = true;
    wasWrong = result === 'wrong';
    failures = result === 'passed' ? 0 : failures + 1;
    timer = setTimeout(() => void run(), hasPassed ? EVERY_MS : UNTIL_IT_PASSED_MS);
    timer.unref();
  };
  return {
    mayDeliver: () => (hasPassed ? failures < FAILURES_ALLOWED : !wasWrong),
    start: () => void run(),
    stop: () => {
      ended.abort();
      clearTimeout(timer);
    },
  };
}

async function check(site: Site, ended: AbortSignal): Promise<Result> {
  const { client, webhookUrl } = site;
  const secret = client.webhookSecret ?? '';
  const plainToken = randomBytes(16).toString('base64url');
  const event = { payload: { plainToken }, event_ts: Date.now(), event: 'endpoint.url_validation' };
  const body = JSON.stringify(event);
  const signal = AbortSignal.any([ended, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
  try {
    const headers = signedHeaders(secret, body);
    const response = await fetch(webhookUrl, { method: 'POST', headers, body, redirect: 'manual', signal });
    site.state.notifications.note(event.event, response.status);
    if (response.status >= 500) return 'unreachable';
    const answer = (await response.json()) as { plainToken?: unknown; encryptedToken?: unknown };
    const proof = createHmac('sha256', secret).update(plainToken).digest('hex');
    return response.status === 200 && answer.plainToken === plainToken && answer.encryptedToken === proof
      ? 'passed'
      : 'wrong';
  } catch (error) {
    return error instanceof SyntaxError ? 'wrong' : 'unreachable';
  }
}
