import { randomUUID } from 'node:crypto';
import type { SimAccount } from '../core/accounts.ts';
import type { Journal, Table } from '../core/journal.ts';
import type { Notification } from '#dev/simulators/core/notifications.ts';
import type { SimulatorState } from '../core/simulator.ts';
import { etagOf, type EventRow, folderId } from './events.ts';
import { identityOf, isPersonal } from './tenants.ts';

export type ChangeType = 'created' | 'updated' | 'deleted';
export const LIFECYCLE_EVENTS = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;
export type LifecycleEvent = (typeof LIFECYCLE_EVENTS)[number];

/** A subscription to the changes of a mailbox's default calendar. */
export interface Subscription {
  readonly id: string;
  readonly accountId: string;
  readonly changeTypes: readonly ChangeType[];
  readonly notificationUrl: string;
  readonly lifecycleUrl: string | null;
  readonly clientState: string | null;
  readonly immutableIds: boolean;
  /** Epoch ms. */
  readonly expiresAt: number;
}

export interface Subscriptions {
  /** One that has not ended. */
  find(accountId: string, id: string): Subscription | undefined;
  open(subscription: Omit<Subscription, 'id'>): Subscription;
  prolong(subscription: Subscription, expiresAt: number): Subscription;
  remove(subscription: Subscription): void;
  /** What the account's subscriptions are told of a change. */
  changed(row: EventRow, changeType: ChangeType): Notification[];
  /** What they are told of themselves; removed ones are gone afterwards. */
  lifecycle(account: SimAccount, event: LifecycleEvent): Notification[];
}

/** Graph's subscriptions and the notifications they bring about. */
export function createSubscriptions({ journal, accounts }: SimulatorState): Subscriptions {
  const rows = tableOf(journal);
  const keep = (row: Subscription) => {
    rows.put(row.id, row);
    return row;
  };
  const open = (accountId: string) =>
    rows.all().filter((row) => row.accountId === accountId && row.expiresAt > Date.now());
  return {
    find: (accountId, id) => open(accountId).find((row) => row.id === id),
    open: (asked) => keep({ ...asked, id: randomUUID() }),
    prolong: (row, expiresAt) => keep({ ...row, expiresAt }),
    remove: ({ id }) => rows.remove(id),
    changed: (event, changeType) => {
      const account = accounts.find(event.accountId);
      const told = open(event.accountId).filter(({ changeTypes }) => changeTypes.includes(changeType));
      return account === undefined ? [] : told.map((row) => changeNotification(row, account, event, changeType));
    },
    lifecycle: (account, event) => {
      const told = open(account.id);
      if (event === 'subscriptionRemoved') for (const { id } of told) rows.remove(id);
      if (!accounts.trait(account.id, 'lifecycleNotifications', !isPersonal(account.email))) return [];
      const shape = accounts.trait<Shape>(account.id, 'lifecycleShape', 'documented');
      return told.flatMap((row) => lifecycleNotification(row, account, event, shape));
    },
  };
}

const tableOf = (journal: Journal): Table<Subscription> => journal.table('subscriptions');

function changeNotification(
  row: Subscription,
  account: SimAccount,
  event: EventRow,
  changeType: ChangeType,
): Notification {
  const { tenant, objectId } = identityOf(account.email);
  const id = row.immutableIds ? event.id : folderId(event);
  const resource = `Users/${objectId}/Events/${id}`;
  const body = {
    id: randomUUID(),
    ...said(row),
    changeType,
    resource,
    tenantId: tenant,
    resourceData: {
      '@odata.type': '#Microsoft.Graph.Event',
      '@odata.id': resource,
      '@odata.etag': etagOf(event),
      id,
    },
  };
  return { ...notificationTo(row.notificationUrl, row, changeType, { value: [body] }), meetingId: event.id };
}

/** The documented form of a lifecycle notification, or the one that was seen in the field. */
type Shape = 'documented' | 'real';

function lifecycleNotification(
  row: Subscription,
  { email }: SimAccount,
  event: LifecycleEvent,
  shape: Shape,
): Notification[] {
  if (row.lifecycleUrl === null) return [];
  const { tenant } = identityOf(email);
  const value =
    shape === 'documented'
      ? { ...said(row), tenantId: tenant, lifecycleEvent: event }
      : {
          lifecycleEvent: event,
          ...said(row),
          resource: '',
          sequence: null,
          resourceData: {
            '@odata.type': '#microsoft.graph.subscription',
            '@odata.id': `subscriptions/${row.id}`,
            id: row.id,
          },
          encryptedContent: null,
          organizationId: tenant,
        };
  const body = { value: [value], ...(shape === 'real' ? { validationTokens: ['e30.e30.e30'] } : {}) };
  return [notificationTo(row.lifecycleUrl, row, event, body)];
}

function said({ id, expiresAt, clientState }: Subscription) {
  return { subscriptionId: id, subscriptionExpirationDateTime: new Date(expiresAt).toISOString(), clientState };
}

function notificationTo(url: string, { accountId }: Subscription, kind: string, body: object): Notification {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { lane: accountId, kind, url, headers, body: JSON.stringify(body) };
}
