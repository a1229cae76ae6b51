import { createHash } from 'node:crypto';
import type { SimAccount } from '../core/accounts.ts';
import type { SimulatorState } from '../core/simulator.ts';
import { pmiOf } from './meeting.ts';

const hash22 = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Zoom's user id for an address. */
export const userId = (email: string): string => hash22(`user ${email}`);

/** Zoom's id of the account (the customer) a user belongs to: here each has one of their own. */
export const zoomAccountId = ({ email }: SimAccount): string => hash22(`account ${email}`);

const PLANS = { basic: 1, licensed: 2 } as const;

/** Trait `plan`: `licensed` (default) or `basic`, which gets no update and delete events. */
const planOf = ({ accounts }: SimulatorState, { id }: SimAccount) =>
  accounts.trait<keyof typeof PLANS>(id, 'plan', 'licensed');

export const isBasic = (state: SimulatorState, account: SimAccount): boolean => planOf(state, account) === 'basic';

/** The zone of times sent without one; trait `timezone`. */
export const zoneOf = ({ accounts }: SimulatorState, { id }: SimAccount): string =>
  accounts.trait(id, 'timezone', 'UTC');

/** `GET /users/me`. */
export function userAnswer(state: SimulatorState, account: SimAccount) {
  const [first = '', ...rest] = account.name.split(' ');
  return {
    id: account.id,
    account_id: zoomAccountId(account),
    email: account.email,
    first_name: first,
    last_name: rest.join(' '),
    display_name: account.name,
    type: PLANS[planOf(state, account)],
    status: 'active',
    pmi: pmiOf(account.id),
    use_pmi: false,
    timezone: zoneOf(state, account),
    verified: 1,
    role_name: 'Member',
    language: 'en-US',
  };
}
