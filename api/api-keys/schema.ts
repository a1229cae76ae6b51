import { z } from 'zod';
import { API_KEY_SCOPES } from '#db/entities/api-key.ts';
import { id, instant, instantInput, line, nextCursor } from '../shared/schema.ts';

const scope = z.enum(API_KEY_SCOPES).meta({ description: '`read`: GET requests only' });

const apiKey = z
  .object({
    id,
    name: z.string(),
    scope,
    prefix: z.string().meta({ description: 'How the key begins', examples: ['insytical_Xk3v'] }),
    createdAt: instant,
    lastUsedAt: instant.nullable().meta({ description: 'To the minute; null until the first use' }),
    expiresAt: instant.nullable().meta({ description: 'Null for a key that ends only when it is deleted' }),
  })
  .meta({ id: 'ApiKey' });

export const apiKeys = z.object({ items: z.array(apiKey), nextCursor }).meta({ id: 'ApiKeys' });

export const newApiKey = z
  .object({
    name: line(100),
    scope,
    expiresAt: instantInput.nullable().default(null),
    password: z
      .string()
      .max(500)
      .optional()
      .meta({ description: 'Needed where the login is more than ten minutes ago' }),
  })
  .meta({ id: 'NewApiKey', examples: [{ name: 'Our website', scope: 'read', expiresAt: '2027-12-31T00:00:00Z' }] });

export const apiKeyMade = apiKey
  .extend({ key: z.string().meta({ description: 'The key itself, told this once' }) })
  .meta({ id: 'ApiKeyMade' });

export type ApiKeyView = z.output<typeof apiKey>;
