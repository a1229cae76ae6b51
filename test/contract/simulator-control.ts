import { z } from 'zod';

const meeting = z.object({
  id: z.string(),
  accountId: z.string(),
  startsAt: z.string().transform((text) => Date.parse(text)),
  endsAt: z.string().transform((text) => Date.parse(text)),
  title: z.string(),
  marker: z.string().nullable(),
  joinUrl: z.string().nullable(),
});
const call = z.object({
  operation: z.string(),
  status: z.number(),
  change: z.string(),
  meetingId: z.string().optional(),
});

export type SimulatedMeeting = z.infer<typeof meeting>;

export interface Fault {
  readonly operation: string;
  readonly effect: 'error' | 'timeout' | 'drop_after_commit' | 'rate_limit' | 'slow';
  readonly status?: number;
  readonly retryAfter?: string | number;
  readonly delayMs?: number;
  readonly times?: number;
}

export interface SimulatorControl {
  meetings(): Promise<SimulatedMeeting[]>;
  ledger(): Promise<z.infer<typeof call>[]>;
  plan(fault: Fault): Promise<void>;
  /** As the host would at the provider. @param startsAt epoch ms */
  move(meetingId: string, startsAt: number): Promise<void>;
  /** Takes its time of day from it: all day long, or recurring without a fixed time. */
  makeTimeless(meetingId: string): Promise<void>;
  remove(meetingId: string): Promise<void>;
  notifications(mode: 'on' | 'drop' | 'duplicate' | 'reorder'): Promise<void>;
  uninstall(accountId: string): Promise<void>;
  /** The access tokens run out now. */
  expire(accountId: string): Promise<void>;
  /** Revokes every token without a notification. */
  endGrant(accountId: string): Promise<void>;
  /** Sets traits of an account, as the simulator knows them. */
  describe(accountId: string, traits: object): Promise<void>;
  /** The host brings a deleted meeting back, where the provider lets them. */
  recover(meetingId: string): Promise<void>;
  reset(): Promise<void>;
}

/** The simulator's control surface over HTTP. @param base `…/_sim/{provider}` */
export function createSimulatorControl(base: string): SimulatorControl {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const init = body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    const response = await fetch(`${base}${path}`, { method, ...init });
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const act = async (method: string, path: string, body?: object) => void (await ask(method, path, body));
  return {
    meetings: async () => z.object({ items: z.array(meeting) }).parse(await ask('GET', '/meetings')).items,
    ledger: async () => z.object({ items: z.array(call) }).parse(await ask('GET', '/ledger')).items,
    plan: (fault) => act('POST', '/faults', { times: 1, ...fault }),
    move: (id, at) => act('POST', `/meetings/${encodeURIComponent(id)}/move`, { startsAt: new Date(at).toISOString() }),
    makeTimeless: (id) => act('POST', `/meetings/${encodeURIComponent(id)}/timeless`),
    remove: (id) => act('DELETE', `/meetings/${encodeURIComponent(id)}`),
    notifications: (mode) => act('POST', '/notices', { mode }),
    uninstall: (accountId) => act('POST', `/accounts/${encodeURIComponent(accountId)}/uninstall`),
    expire: (accountId) => act('POST', `/accounts/${encodeURIComponent(accountId)}/expire`),
    endGrant: (accountId) => act('POST', `/accounts/${encodeURIComponent(accountId)}/end-grant`),
    describe: (accountId, traits) => act('POST', `/accounts/${encodeURIComponent(accountId)}/traits`, traits),
    recover: (id) => act('POST', `/meetings/${encodeURIComponent(id)}/recover`),
    reset: () => act('POST', '/reset'),
  };
}
