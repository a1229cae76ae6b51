import { defineEntity, p } from '@mikro-orm/postgresql';
import { User } from './user.ts';

/** A handle that a host gave up: it redirects to the host, and no other host can take it, until `keptUntil`. */
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
