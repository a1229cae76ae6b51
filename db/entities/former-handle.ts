import { defineEntity, p } from '@mikro-orm/postgresql';
import { User } from './user.ts';

/** A handle that a host gave up: it leads to the host, and nobody else can take it, until `keptUntil`. */
const FormerHandleSchema = defineEntity({
  name: 'FormerHandle',
  tableName: 'former_handles',
  properties: {
    handle: p.text().primary(),
    host: () => p.manyToOne(User).mapToPk().deleteRule('cascade').index(),
    keptUntil: p.datetime(),
  },
});
export class FormerHandle extends FormerHandleSchema.class {}
FormerHandleSchema.setClass(FormerHandle);
