import { z } from 'zod';
import type { SimAccount } from './accounts.ts';
import { jsonOf, param, Refused, type Call, type Outcome, type Route } from './call.ts';
import { faultPlan } from './faults.ts';
import { NOTIFICATION_MODES, type Notification } from './notifications.ts';
import type { Simulator } from './simulator.ts';

const move = z.object({ startsAt: z.iso.datetime({ offset: true }) });
const notifications = z.object({ mode: z.enum(NOTIFICATION_MODES) });
const traits = z.record(z.string(), z.unknown());

const done: Outcome = { status: 200, body: {} };
const items = (rows: readonly object[]): Outcome => ({ status: 200, body: { items: rows } });

/** The control surface under `/_sim/{id}`: what tests see of a provider and do to it. */
export function controlRoutes(simulator: Simulator): Route[] {
  const { state } = simulator;
  return [
    { method: 'GET', path: '/meetings', handle: () => items(simulator.meetings()) },
    { method: 'GET', path: '/ledger', handle: () => items(state.ledger.all()) },
    { method: 'GET', path: '/faults', handle: () => items(state.faults.all()) },
    { method: 'POST', path: '/faults', handle: (call) => after(state.faults.plan(read(faultPlan, call))) },
    { method: 'DELETE', path: '/faults', handle: () => after(state.faults.clear()) },
    { method: 'GET', path: '/notices', handle: () => items(state.notifications.log()) },
    {
      method: 'POST',
      path: '/notices',
      handle: (call) => after(state.notifications.setMode(read(notifications, call).mode)),
    },
    { method: 'POST', path: '/traits', handle: (call) => described(simulator, null, call) },
    { method: 'POST', path: '/reset', handle: () => after(reset(simulator)) },
    ...meetingRoutes(simulator),
    ...accountRoutes(simulator),
  ];
}

const id = (call: Call) => param(call, 'meetingId');

function meetingRoutes(simulator: Simulator): Route[] {
  return [
    {
      method: 'POST',
      path: '/meetings/:meetingId/move',
      handle: (call) => told(simulator.move(id(call), Date.parse(read(move, call).startsAt))),
    },
    {
      method: 'POST',
      path: '/meetings/:meetingId/timeless',
      handle: (call) => told(simulator.timeless?.make(id(call)) ?? null),
    },
    { method: 'DELETE', path: '/meetings/:meetingId', handle: (call) => told(simulator.remove(id(call))) },
    {
      method: 'POST',
      path: '/meetings/:meetingId/recover',
      handle: (call) => told(simulator.bin?.recover(id(call)) ?? null),
    },
  ];
}

function accountRoutes(simulator: Simulator): Route[] {
  const { accounts, tokens, journal } = simulator.state;
  const ends = (end: (account: SimAccount) => void) => (call: Call) =>
    after(journal.transact(() => end(accountOf(simulator, call))));
  const rows = () => accounts.all().map((account) => ({ ...account, connected: tokens.hasGrant(account.id) }));
  const path = '/accounts/:accountId';
  return [
    { method: 'GET', path: '/accounts', handle: () => items(rows()) },
    {
      method: 'POST',
      path: `${path}/uninstall`,
      handle: (call) => told(simulator.uninstall(accountOf(simulator, call))),
    },
    // The access tokens run out now; the refresh token lives.
    { method: 'POST', path: `${path}/expire`, handle: ends(({ id }) => tokens.expireAccess(id)) },
    // Revokes every token without a notification, as after a changed password or long disuse.
    {
      method: 'POST',
      path: `${path}/end-grant`,
      handle: ends(({ id }) => tokens.kill(id, ['code', 'access', 'refresh'])),
    },
    {
      method: 'POST',
      path: `${path}/traits`,
      handle: (call) => described(simulator, newAccountOf(simulator, call).id, call),
    },
  ];
}

function reset(simulator: Simulator): void {
  const { ledger, faults, notifications, journal } = simulator.state;
  journal.transact(() => {
    simulator.clear();
    ledger.clear();
    faults.clear();
  });
  notifications.clear();
}

function described(simulator: Simulator, accountId: string | null, call: Call): Outcome {
  return { status: 200, body: simulator.state.accounts.describe(accountId, read(traits, call)) };
}

function accountOf(simulator: Simulator, call: Call): SimAccount {
  const found = simulator.state.accounts.find(param(call, 'accountId'));
  if (found === undefined) throw noAccount();
  return found;
}

/** Traits can be set before the account has ever connected; it is made then. */
function newAccountOf(simulator: Simulator, call: Call): SimAccount {
  const found = simulator.state.accounts.findOrCreate(param(call, 'accountId'));
  if (found === null) throw noAccount();
  return found;
}

const noAccount = () => refuse(404, 'There is no such account.');

function told(sent: readonly Notification[] | null): Outcome {
  if (sent === null) throw refuse(404, 'There is no such meeting.');
  return { ...done, notifications: sent };
}

function after(_done: unknown): Outcome {
  return done;
}

function read<T>(schema: z.ZodType<T>, call: Call): T {
  const result = schema.safeParse(jsonOf(call));
  if (!result.success) throw refuse(422, z.prettifyError(result.error));
  return result.data;
}

const refuse = (status: number, message: string) => new Refused({ status, body: { message } });
