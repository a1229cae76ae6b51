import { createHttpClient } from '#dev/seed/http-client.ts';

export interface SimMeeting {
  readonly id: string;
  readonly accountId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly marker: string | null;
  readonly joinUrl: string | null;
}

export interface LedgerEntry {
  readonly seq: number;
  readonly at: string;
  readonly operation: string;
  readonly status: number;
  readonly change: 'created' | 'updated' | 'deleted' | 'none';
  readonly fault?: string;
  readonly meetingId?: string;
  readonly accountId?: string;
}

export interface Fault {
  readonly operation:
    | 'exchange'
    | 'refresh'
    | 'revoke'
    | 'identify'
    | 'create'
    | 'get'
    | 'list'
    | 'update'
    | 'delete'
    | 'watch';
  readonly effect: 'error' | 'timeout' | 'drop_after_commit' | 'rate_limit' | 'slow';
  readonly status?: number;
  readonly retryAfter?: number;
  readonly delayMs?: number;
  readonly times: number;
}

export interface SimulatorClient {
  meetings(): Promise<SimMeeting[]>;
  ledger(): Promise<LedgerEntry[]>;
  fault(fault: Fault): Promise<void>;
  /** As the host would at the provider. */
  move(meetingId: string, startsAt: string): Promise<void>;
  remove(meetingId: string): Promise<void>;
  uninstall(accountId: string): Promise<void>;
  notices(mode: 'on' | 'drop' | 'duplicate' | 'reorder'): Promise<void>;
  /** Forgets meetings, ledger and faults; grants stay. */
  reset(): Promise<void>;
}

/** The control surface of one provider's simulator at `url`. */
export function createSimulatorClient(url: string, provider: string): SimulatorClient {
  const client = createHttpClient(url);
  const base = `/_sim/${provider}`;
  return {
    meetings: async () => (await client.json<{ items: SimMeeting[] }>('GET', `${base}/meetings`)).items,
    ledger: async () => (await client.json<{ items: LedgerEntry[] }>('GET', `${base}/ledger`)).items,
    fault: (fault) => client.json('POST', `${base}/faults`, fault),
    move: (id, startsAt) => client.json('POST', `${base}/meetings/${id}/move`, { startsAt }),
    remove: (id) => client.json('DELETE', `${base}/meetings/${id}`),
    uninstall: (accountId) => client.json('POST', `${base}/accounts/${accountId}/uninstall`, {}),
    notices: (mode) => client.json('POST', `${base}/notices`, { mode }),
    reset: () => client.json('POST', `${base}/reset`, {}),
  };
}
