import { subscriptionStep } from '#activities/connections/subscriptions.ts';
import { claimMails } from '#activities/mails/send-mails.ts';
import { accessFor } from '#commands/connections/access-token.ts';
import { disconnect } from '#commands/connections/disconnect.ts';
import { Connection } from '#db/entities/connection.ts';
import { Subscription } from '#db/entities/subscription.ts';
import { makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { plan } from '#test/fixtures/workshop.ts';
import { bookAtZoom, connect, outcome } from './at-zoom.ts';
import { DAY, type Expiring, type Place } from './expiring.ts';

/** Times of providers and their accounts. */
export const connectionsOf = (place: Place): Expiring[] => [
  {
    what: 'an access token, a minute before the provider ends it',
    table: 'connection_tokens',
    column: 'expires_at',
    ends: `expires_at - interval '1 minute'`,
    before: 'ok',
    // The provider is asked for a new one; here it is away.
    after: 'provider_unreachable',
    make: async () => {
      const { id } = (await connect(place)).connection;
      return { row: ['connection_id = ?', id], attempt: () => outcome(accessFor(place, id)) };
    },
  },
  {
    what: 'a subscription to a provider’s notifications',
    table: 'subscriptions',
    column: 'expires_at',
    moves: ['created_at'],
    keptFor: 7 * DAY,
    before: 'renewSubscription',
    after: 'openSubscription',
    make: async () => {
      const connection = await makeConnection(place, await makeHost(place), { provider: 'teams' });
      const em = place.orm.em.fork();
      em.create(Subscription, {
        id: connection.id,
        connection: connection.id,
        provider: 'teams',
        subscriptionId: connection.id,
        secret: Buffer.alloc(40),
        state: 'open',
        expiresAt: new Date(Date.now() + DAY * 1_000),
        createdAt: new Date(Date.now() - 6 * DAY * 1_000),
      });
      await em.flush();
      const attempt = async () => (await subscriptionStep(place.orm.em.fork(), place, connection, place.now())).call;
      return { row: ['id = ?', connection.id], attempt };
    },
  },
  {
    what: 'a pause that a provider asked for',
    table: 'connections',
    column: 'paused_until',
    before: 'waits',
    after: 'createMeeting',
    make: async () => {
      const { id, connection } = await bookAtZoom(place);
      await place.orm.em.fork().nativeUpdate(Connection, { id: connection.id }, { pausedUntil: new Date() });
      const attempt = async () => (await plan(place, id)).conference?.action ?? 'waits';
      return { row: ['id = ?', connection.id], attempt };
    },
  },
  {
    what: 'the grace after a disconnect, for work in flight',
    table: 'connections',
    column: 'grace_until',
    life: place.config.DISCONNECT_GRACE_MS / 1_000,
    before: 'ok',
    after: 'not_connected',
    make: async () => {
      const { host, connection } = await connect(place);
      await disconnect(place, { hostId: host.id, provider: 'zoom' });
      return { row: ['id = ?', connection.id], attempt: () => outcome(accessFor(place, connection.id)) };
    },
  },
  {
    what: 'the wait of a first confirmation for its link',
    table: 'email_deliveries',
    column: 'due_at',
    life: place.config.LINK_WAIT_MS / 1_000,
    before: null,
    after: 'confirmed',
    make: async () => {
      const { id } = await bookAtZoom(place);
      return { row: ['booking_id = ?', id], attempt: async () => (await claimMails(place, id))[0]?.mail.kind ?? null };
    },
  },
];
