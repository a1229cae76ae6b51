import { defineEntity, p } from '@mikro-orm/postgresql';
import { Connection } from './connection.ts';

/** A subscription to a provider's notices. The row exists before the call, since notices may precede the answer. */
const ProviderWatchSchema = defineEntity({
  name: 'ProviderWatch',
  tableName: 'provider_watches',
  indexes: [{ name: 'provider_watches_subscription', properties: ['provider', 'subscriptionId'] }],
  properties: {
    id: p.uuid().primary(),
    connection: () => p.manyToOne(Connection).mapToPk().deleteRule('cascade').index(),
    provider: p.text(),
    /** The id notices carry; until the provider gave one it is our own row id. */
    subscriptionId: p.text(),
    resourceId: p.text().nullable(),
    secret: p.blob(),
    state: p.text().$type<'opening' | 'open' | 'closing' | 'closed'>(),
    expiresAt: p.datetime(),
    createdAt: p.datetime(),
  },
});
export class ProviderWatch extends ProviderWatchSchema.class {}
ProviderWatchSchema.setClass(ProviderWatch);
