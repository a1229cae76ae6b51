import type { Effect, LedgerEntry, Operation } from '#dev/simulators/core/ledger.ts';
import type { NotificationMode } from '#dev/simulators/core/notifications.ts';
import type { SimMeeting } from '#dev/simulators/core/simulator.ts';

/** An account at the provider; `connected` while a grant of our app lives there. */
export interface SimAccount {
  readonly id: string;
  readonly email: string;
  readonly connected: boolean;
}

export interface ProviderFault {
  readonly operation: Operation;
  /** Whose calls alone it meets, by id. */
  readonly accountId?: string;
  readonly effect: Effect;
  readonly status?: number;
  readonly retryAfter?: string | number;
  readonly delayMs?: number;
  readonly times?: number;
}

/** One provider's simulator, by its control surface. */
export interface SimulatorClient {
  readonly meetings: () => Promise<SimMeeting[]>;
  readonly ledger: () => Promise<LedgerEntry[]>;
  readonly accounts: () => Promise<SimAccount[]>;
  readonly fault: (fault: ProviderFault) => Promise<void>;
  /** Planned faults that no call has met yet are forgotten. */
  readonly clearFaults: () => Promise<void>;
  /** What the host does at the provider. */
  readonly move: (meetingId: string, startsAt: string) => Promise<void>;
  /** Takes its time of day from it: all day long, or recurring without a fixed time. */
  readonly makeTimeless: (meetingId: string) => Promise<void>;
  readonly remove: (meetingId: string) => Promise<void>;
  readonly recover: (meetingId: string) => Promise<void>;
  /** Accounts are named by id or by e-mail address. */
  readonly uninstall: (account: string) => Promise<void>;
  /** The access tokens run out now; the refresh token lives. */
  readonly expire: (account: string) => Promise<void>;
  /** Every token is revoked without a notification. */
  readonly endGrant: (account: string) => Promise<void>;
  /** Sets traits of an account, as the simulator knows them. */
  readonly describe: (account: string, traits: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly notifications: (mode: NotificationMode) => Promise<void>;
  readonly reset: () => Promise<void>;
}

/** The control surface of one provider at the simulators' base address; every call throws on a refusal. */
export function openSimulator(base: string, provider: string): SimulatorClient {
  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(`${base}/_sim/${provider}${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const act = async (method: string, path: string, body?: unknown) => {
    const response = await call(method, path, body);
    await response.body?.cancel();
  };
  const items = async <T>(path: string) => ((await (await call('GET', path)).json()) as { items: T[] }).items;
  return {
    meetings: () => items('/meetings'),
    ledger: () => items('/ledger'),
    fault: (fault) => act('POST', '/faults', { times: 1, ...fault }),
    clearFaults: () => act('DELETE', '/faults'),
    move: (id, startsAt) => act('POST', `/meetings/${encodeURIComponent(id)}/move`, { startsAt }),
    makeTimeless: (id) => act('POST', `/meetings/${encodeURIComponent(id)}/timeless`),
    remove: (id) => act('DELETE', `/meetings/${encodeURIComponent(id)}`),
    recover: (id) => act('POST', `/meetings/${encodeURIComponent(id)}/recover`),
    accounts: () => items('/accounts'),
    uninstall: (account) => act('POST', `${of(account)}/uninstall`),
    expire: (account) => act('POST', `${of(account)}/expire`),
    endGrant: (account) => act('POST', `${of(account)}/end-grant`),
    describe: (account, traits) => act('POST', `${of(account)}/traits`, traits),
    notifications: (mode) => act('POST', '/notices', { mode }),
    reset: () => act('POST', '/reset'),
  };
}

const of = (account: string) => `/accounts/${encodeURIComponent(account)}`;
