import { defineEntity, p } from '@mikro-orm/postgresql';
import { User } from './user.ts';

/** What a key may do: `read` asks only, `write` does everything that a host's programs may. */
export const API_KEY_SCOPES = ['read', 'write'] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** By it a host's program acts in the host's name; 256 random bits, so that a plain hash keeps it secret. */
const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  properties: {
    id: p.uuid().primary(),
    host: () => p.manyToOne(User).mapToPk().deleteRule('cascade').index(),
    name: p.text(),
    scope: p.enum(API_KEY_SCOPES),
    /** The first characters, by which its owner tells it from others. */
    prefix: p.text(),
    hash: p.text().unique(),
    createdAt: p.datetime(),
    /** To the minute. */
    lastUsedAt: p.datetime().nullable(),
    expiresAt: p.datetime().nullable(),
  },
});
export class ApiKey extends ApiKeySchema.class {}
ApiKeySchema.setClass(ApiKey);
