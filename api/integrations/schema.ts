import { z } from 'zod';
import { CONNECTION_STATES } from '#domain/connection.ts';
import { id, instant, nextCursor, sentence } from '../shared/schema.ts';

export const integration = z
  .object({
    provider: z.string(),
    name: z.string(),
    colour: z.string().meta({ description: 'Of the mark beside the name, as CSS writes it' }),
    status: z.enum(['not_configured', 'not_connected', ...CONNECTION_STATES]),
    accountEmail: z.string().nullable(),
    connectedAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
    problem: z
      .object({ code: z.string(), ...sentence })
      .nullable()
      .meta({ description: 'The badge “Reconnect needed” shows exactly when this is not null' }),
    bookingsWithoutLink: z.int(),
    permissions: z.array(z.string()),
    permissionsSay: z.array(z.object(sentence)).meta({ description: 'The same permissions, each with its code' }),
    manageAccessUrl: z.string(),
    missingVariables: z.array(z.string()),
  })
  .meta({ id: 'Integration' });

export const integrations = z.object({ items: z.array(integration), nextCursor }).meta({ id: 'Integrations' });

export const providerParams = z.object({ provider: z.string().regex(/^[a-z0-9_-]{1,40}$/) });

export const connectRequest = z
  .object({
    mode: z.enum(['popup', 'redirect']).default('popup'),
    returnTo: z.enum(['integrations', 'event-types']).default('integrations'),
  })
  .meta({ id: 'ConnectRequest', examples: [{ mode: 'popup' }] });

export const connectStarted = z
  .object({ attemptId: id, authorizeUrl: z.url(), expiresAt: instant })
  .meta({ id: 'ConnectStarted' });

export const connectAttempt = z
  .object({ status: z.enum(['pending', 'succeeded', 'failed']), code: z.string().optional() })
  .meta({ id: 'ConnectAttempt' });

export const linksAsked = z.object({ bookings: z.int() }).meta({ id: 'LinksAsked' });

export type Integration = z.output<typeof integration>;
export type ConnectAttempt = z.output<typeof connectAttempt>;
