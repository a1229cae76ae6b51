import type { Effect, LedgerEntry, Operation } from '#dev/simulators/core/ledger.ts';

/** A meeting as the simulator has it. */
export interface SimMeeting {
  readonly id: string;
  readonly accountId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly marker: string | null;
  readonly joinUrl: string | null;
}

interface Fault {
  readonly operation: Operation;
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
  readonly fault: (fault: Fault) => Promise<void>;
  /** What the host does at the provider. */
  readonly move: (meetingId: string, startsAt: string) => Promise<void>;
  readonly remove: (meetingId: string) => Promise<void>;
  readonly uninstall: (accountId: string) => Promise<void>;
  readonly notices: (mode: 'on' | 'drop' | 'duplicate' | 'reorder') => Promise<void>;
  readonly reset: () => Promise<void>;
}

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
    move: (id, startsAt) => act('POST', `/meetings/${encodeURIComponent(id)}/move`, { startsAt }),
    remove: (id) => act('DELETE', `/meetings/${encodeURIComponent(id)}`),
    uninstall: (id) => act('POST', `/accounts/${encodeURIComponent(id)}/uninstall`),
    notices: (mode) => act('POST', '/notices', { mode }),
    reset: () => act('POST', '/reset'),
  };
}
