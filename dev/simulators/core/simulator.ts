import { join } from 'node:path';
import { createAccounts, type Accounts, type SimAccount } from './accounts.ts';
import type { Call, Outcome, Route } from './call.ts';
import { createFaults, type FaultPlan, type Faults } from './faults.ts';
import { openJournal, type Journal } from './journal.ts';
import { createLedger, type Ledger, type Operation } from './ledger.ts';
import { createNotifications, type Notification, type Notifications } from './notifications.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** A meeting as the control surface shows it. Instants are RFC 3339 in UTC. */
export interface SimMeeting {
  readonly id: string;
  readonly accountId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly marker: string | null;
  readonly joinUrl: string | null;
}

/** Our app as it is registered at the provider. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  /** Signs notifications, where the provider signs. */
  readonly webhookSecret?: string;
}

/** All a provider remembers, in one journal of its own. */
export interface SimulatorState {
  readonly journal: Journal;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly notifications: Notifications;
}

/** What a provider is built on: its memory, our app's registration, and where app-wide notifications go. */
export interface Site {
  readonly state: SimulatorState;
  readonly client: Client;
  readonly webhookUrl: string;
}

/** One provider: its API under `/{id}`, and what a host does there by hand. Null stands for "no such meeting". */
export interface Simulator {
  readonly id: string;
  readonly name: string;
  readonly state: SimulatorState;
  readonly routes: readonly Route[];
  /** The live meetings of every account. */
  meetings(): SimMeeting[];
  /** Moves a meeting, keeping its length. `startsAt` in epoch ms. */
  move(meetingId: string, startsAt: number): readonly Notification[] | null;
  remove(meetingId: string): readonly Notification[] | null;
  /** What takes a meeting's time of day from it at this provider, and how its button reads. */
  readonly timeless?: {
    readonly label: string;
    make(meetingId: string): readonly Notification[] | null;
  };
  /** Deleted meetings the host can bring back, where the provider keeps them for a while. */
  readonly bin?: {
    meetings(): SimMeeting[];
    recover(meetingId: string): readonly Notification[] | null;
  };
  /** The host removes our app at the provider: its grant is revoked at once. */
  uninstall(account: SimAccount): readonly Notification[];
  /** Forgets the meetings and what is counted about them; accounts and grants stay. */
  clear(): void;
  /** The provider's way to fail with this status, for planned `error`s. */
  failure(status: number, operation: Operation, call: Call): Outcome;
  /** The provider's way to say "too many requests", for planned `rate_limit`s. */
  rateLimit(fault: FaultPlan): Outcome;
  readonly start?: () => void;
  readonly stop?: () => void;
}

export interface SimulatorFactory {
  readonly id: string;
  /** Domain of accounts given by a short name. */
  readonly accountDomain: string;
  /** The provider's id of the account with this address; the same on every machine. */
  readonly accountId: (email: string) => string;
  create(site: Site): Simulator;
}

/** Opens a provider on its journal in `dataDir`; close the journal and stop the notifications when done. */
export function openSimulator(made: SimulatorFactory, dataDir: string, client: Client, webhookUrl: string): Simulator {
  const journal = openJournal(join(dataDir, 'simulators', `${made.id}.jsonl`));
  const state: SimulatorState = {
    journal,
    accounts: createAccounts(journal, made.accountDomain, made.accountId),
    tokens: createTokens(journal),
    ledger: createLedger(journal),
    faults: createFaults(journal),
    notifications: createNotifications(journal),
  };
  return made.create({ state, client, webhookUrl: `${webhookUrl}/webhooks/${made.id}` });
}
