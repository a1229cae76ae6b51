import { defineEntity, p } from '@mikro-orm/postgresql';
import { Connection } from './connection.ts';

/** A subscription to a provider's notifications. The row exists before the call, since notifications may precede the answer. */
const SubscriptionSchema = defineEntity({
  name: 'Subscription',
  tableName: 'subscriptions',
  indexes: [{ name: 'subscriptions_provider', properties: ['provider', 'subscriptionId'] }],
  properties: {
    id: p.uuid().primary(),
    connection: () => p.manyToOne(Connection).mapToPk().deleteRule('cascade').index(),
    provider: p.text(),
    /** The id notifications carry; until the provider gave one it is our own row id. */
    subscriptionId: p.text(),
    resourceId: p.text().nullable(),
    secret: p.blob(),
    state: p.text().$type<'opening' | 'open' | 'closing' | 'closed'>(),
    expiresAt: p.datetime(),
    createdAt: p.datetime(),
  },
});
export class Subscription extends SubscriptionSchema.class {}
SubscriptionSchema.setClass(Subscription);
