import { defineEntity, p } from '@mikro-orm/postgresql';
import { CONNECTION_STATES, type ConnectionCause } from '#domain/connection.ts';
import { User } from './user.ts';

/** A host's account at a provider. One is current per host and provider; retired ones keep their meetings' history. */
const ConnectionSchema = defineEntity({
  name: 'Connection',
  tableName: 'connections',
  uniques: [{ name: 'connections_account', properties: ['host', 'provider', 'accountId'] }],
  indexes: [
    {
      name: 'connections_current',
      expression: 'create unique index connections_current on connections (host_id, provider) where is_current',
    },
    { name: 'connections_provider_account', properties: ['provider', 'accountId'] },
    {
      name: 'connections_wake',
      expression: 'create index connections_wake on connections (next_wake_at) where next_wake_at is not null',
    },
    {
      name: 'connections_undelivered',
      expression:
        'create index connections_undelivered on connections (next_wake_at) where revision > delivered_revision',
    },
    {
      name: 'connections_late',
      expression: 'create index connections_late on connections (late_since) where late_since is not null',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    host: () => p.manyToOne(User).mapToPk().deleteRule('cascade'),
    provider: p.text(),
    accountId: p.text(),
    accountEmail: p.text(),
    isCurrent: p.boolean().default(true),
    state: p.enum(CONNECTION_STATES),
    cause: p.text().$type<ConnectionCause>().nullable(),
    /** Start of the present trouble; names the outage in the causes of reconnect mails. */
    troubleSince: p.datetime().nullable(),
    connectedAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
    revision: p.integer().default(1),
    deliveredRevision: p.integer().default(0),
    nextWakeAt: p.datetime().nullable(),
    /** Since when the sweep signals it again and again; null once a plan has looked. */
    lateSince: p.datetime().nullable(),
    /** No calls before this (a provider's daily cap). */
    pausedUntil: p.datetime().nullable(),
    /** After a disconnect the grant is kept until here, for work in flight and pending deletions. */
    graceUntil: p.datetime().nullable(),
    /** After a failed call: when the next one may be made; grows with `failures`. */
    retryAt: p.datetime().nullable(),
    failures: p.integer().default(0),
    polledAt: p.datetime().nullable(),
    /** A poll under way: since when, and the last conference it has read, in the order of their ids. */
    pollStartedAt: p.datetime().nullable(),
    pollCursor: p.uuid().nullable(),
    /** The host looks at the card of a grant that was not used for a while: whether it still works is to be found out. */
    checkAskedAt: p.datetime().nullable(),
    /** After a reconnect bookings are woken soonest first; the last one woken. Null = nothing to wake. */
    wakeCursor: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});
export class Connection extends ConnectionSchema.class {}
ConnectionSchema.setClass(Connection);

/** Tokens sit apart, so that ordinary loads never carry them; sealed with AES-256-GCM bound to this row. */
const ConnectionTokensSchema = defineEntity({
  name: 'ConnectionTokens',
  tableName: 'connection_tokens',
  properties: {
    connection: () => p.manyToOne(Connection).mapToPk().primary().deleteRule('cascade'),
    provider: p.text(),
    access: p.blob(),
    refresh: p.blob().nullable(),
    expiresAt: p.datetime(),
    refreshedAt: p.datetime(),
    tokenVersion: p.integer().default(1),
    /** Who refreshes, replaces or ends the grant, and until when. */
    leaseUntil: p.datetime().nullable(),
    leaseToken: p.uuid().nullable(),
  },
});
export class ConnectionTokens extends ConnectionTokensSchema.class {}
ConnectionTokensSchema.setClass(ConnectionTokens);

/** A place for one call at a time; a connection has as many as its provider allows in parallel. */
const CallSlotSchema = defineEntity({
  name: 'CallSlot',
  tableName: 'call_slots',
  properties: {
    connection: () => p.manyToOne(Connection).mapToPk().primary().deleteRule('cascade'),
    slot: p.integer().primary(),
    leaseUntil: p.datetime().nullable(),
    leaseToken: p.uuid().nullable(),
  },
});
export class CallSlot extends CallSlotSchema.class {}
CallSlotSchema.setClass(CallSlot);
