import { createHash } from 'node:crypto';
import type { Accounts } from '../core/accounts.ts';
import type { Journal, Table } from '../core/journal.ts';
import type { Notification } from '#dev/simulators/core/notifications.ts';

/** A push channel. Its id cannot be used again, even once it is stopped. */
export interface Channel {
  readonly id: string;
  readonly accountId: string;
  readonly token: string;
  readonly address: string;
  readonly resourceId: string;
  readonly resourceUri: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  readonly messages: number;
  readonly stopped: boolean;
}

export interface Channels {
  find(id: string): Channel | undefined;
  /** Opens a channel and returns its first message, `sync`. */
  open(channel: Omit<Channel, 'messages' | 'stopped' | 'resourceId'>): {
    channel: Channel;
    notifications: Notification[];
  };
  stop(channel: Channel): void;
  /** One message for every live channel of the account. */
  push(accountId: string, eventId: string): Notification[];
}

/** Messages of an account skip numbers, as Google's do. */
const STEP = 3;

/** Google's watch channels and the pushes they bring about. */
export function createChannels(journal: Journal, accounts: Accounts): Channels {
  const rows: Table<Channel> = journal.table('channels');

  const message = (channel: Channel, state: string, eventId?: string): Notification => {
    const number = state === 'sync' ? 1 : channel.messages + STEP;
    rows.put(channel.id, { ...channel, messages: number });
    return {
      lane: channel.accountId,
      kind: state,
      ...(eventId === undefined ? {} : { meetingId: eventId }),
      url: channel.address,
      headers: headersOf(channel, state, number),
      body: '',
    };
  };
  return {
    find: (id) => rows.get(id),
    open: (asked) => {
      const resourceId = createHash('sha256').update(asked.accountId).digest('base64url').slice(0, 27);
      const channel = { ...asked, resourceId, messages: 0, stopped: false };
      return { channel, notifications: [message(channel, 'sync')] };
    },
    stop: (channel) => rows.put(channel.id, { ...channel, stopped: true }),
    // Pushes are not reliable at Google; with the trait `pushes: false` an account gets none at all.
    push: (accountId, eventId) =>
      rows
        .all()
        .filter((channel) => channel.accountId === accountId && !channel.stopped && channel.expiresAt > Date.now())
        .filter(() => accounts.trait(accountId, 'pushes', true))
        .map((channel) => message(channel, 'exists', eventId)),
  };
}

function headersOf(channel: Channel, state: string, number: number): Record<string, string> {
  return {
    'content-type': 'application/json; utf-8',
    'user-agent': 'APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)',
    'x-goog-channel-id': channel.id,
    'x-goog-channel-token': channel.token,
    'x-goog-channel-expiration': new Date(channel.expiresAt).toUTCString(),
    'x-goog-resource-id': channel.resourceId,
    'x-goog-resource-uri': channel.resourceUri,
    'x-goog-resource-state': state,
    'x-goog-message-number': String(number),
  };
}
