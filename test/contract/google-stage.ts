import type { Delivery } from '#dev/simulators/core/notifications.ts';
import { meet } from '#dev/simulators/meet/meet.ts';
import { createMeetProvider } from '#providers/meet/index.ts';
import type { Access, LiveMeeting } from '#providers/provider.ts';
import { openStage, type Stage } from './stage.ts';
import { newMarker, wantedMeeting } from './wanted.ts';

const EVENTS = '/meet/api/calendar/v3/calendars/primary/events';

export interface GoogleStage {
  readonly stage: Stage;
  /** How Google behaves towards this account. */
  traits(account: string, some: object): Promise<void>;
  /** What the account's owner does at Google by hand. */
  byHand(access: Access, method: 'POST' | 'PATCH', path: string, body: object): Promise<Response>;
  create(access: Access, marker?: string): Promise<LiveMeeting>;
  /** Statuses with which notifications of a kind were answered. */
  delivered(kind: string): Promise<unknown[]>;
  /** Ids of the events the app's calls were about. */
  touched(): Promise<Set<string>>;
}

/** The contract's stage with Google on it, and what only Google can be asked to do. */
export async function openGoogleStage(): Promise<GoogleStage> {
  const stage = await openStage({ provider: () => createMeetProvider, simulator: meet, spec: null });
  const ask = async (method: string, path: string, body?: object, headers = {}) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(stage.proxy.url + path, { method, headers, ...sent });
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}`);
    return response;
  };
  return {
    stage,
    traits: async (account, some) => {
      await ask('POST', `/_sim/meet/accounts/${account}/traits`, some);
    },
    byHand: ({ accessToken }, method, path, body) =>
      ask(method, EVENTS + path, body, { authorization: `Bearer ${accessToken}` }),
    create: (access, marker = newMarker()) => stage.provider.createMeeting(access, { ...wantedMeeting(), marker }),
    delivered: async (kind) => {
      const { items } = (await (await ask('GET', '/_sim/meet/notices')).json()) as { items: Delivery[] };
      return items.flatMap((delivery) => (delivery.kind === kind ? [delivery.status] : []));
    },
    touched: async () => {
      const { items } = (await (await ask('GET', '/_sim/meet/ledger')).json()) as { items: { meetingId?: string }[] };
      return new Set(items.flatMap(({ meetingId }) => meetingId ?? []));
    },
  };
}
