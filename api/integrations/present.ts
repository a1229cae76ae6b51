import { WITHOUT_LINK } from '#commands/bookings/create-missing-links.ts';
import type { Connection } from '#db/entities/connection.ts';
import type { OauthAttempt } from '#db/entities/oauth-attempt.ts';
import type { Em } from '#db/host-transaction.ts';
import type { Provider } from '#providers/provider.ts';
import { says } from '#messages/says.ts';
import type { ApiDeps } from '../deps.ts';
import { iso } from '../shared/days.ts';
import type { ConnectAttempt, Integration } from './schema.ts';

interface Asked {
  readonly hostId: string;
  readonly provider: Provider;
  readonly connection: Connection | null;
  readonly now: Date;
}

/** One card of the page of meeting platforms. */
export async function presentIntegration(em: Em, deps: ApiDeps, asked: Asked): Promise<Integration> {
  const { hostId, provider, connection, now } = asked;
  const { id, name, colour, permissions, manageAccessUrl, manageAccessUrlOf, variables } = provider.manifest;
  const isConfigured = deps.providers.configured(id);
  const settings: Readonly<Record<string, unknown>> = deps.config;
  const [counted] = await em.execute<{ count: string }[]>(`select count(*) from (${WITHOUT_LINK}) as missing`, [
    hostId,
    id,
    now,
  ]);
  return {
    provider: id,
    name,
    colour,
    status: isConfigured ? (connection?.state ?? 'not_connected') : 'not_configured',
    accountEmail: connection?.accountEmail ?? null,
    connectedAt: connection === null ? null : iso(connection.connectedAt),
    lastUsedAt: connection?.lastUsedAt == null ? null : iso(connection.lastUsedAt),
    problem: isConfigured ? problemOf(connection, name) : null,
    bookingsWithoutLink: Number(counted?.count ?? 0),
    permissions: permissions.map(({ text }) => text),
    permissionsSay: [...permissions],
    manageAccessUrl: (connection && manageAccessUrlOf?.(connection.accountId)) ?? manageAccessUrl,
    missingVariables: isConfigured ? [] : variables.filter((variable) => settings[variable] === undefined),
  };
}

/** The badge "Reconnect needed" and its words; a host who disconnected on purpose sees none. */
function problemOf(connection: Connection | null, name: string): Integration['problem'] {
  if (connection === null || connection.state === 'connected') return null;
  if (connection.cause === 'connected_elsewhere')
    return {
      code: 'connected_elsewhere',
      ...says('said.connected_elsewhere', { name }),
    };
  if (connection.state === 'reconnect_needed')
    return {
      code: 'token_dead',
      ...says('said.token_dead', { name }),
    };
  if (connection.cause === 'uninstalled')
    return {
      code: 'uninstalled',
      ...says('said.uninstalled', { name }),
    };
  return null;
}

/** How far a connect attempt has come; one that is too old has failed. */
export function presentAttempt({ status, code, expiresAt }: OauthAttempt, now: Date): ConnectAttempt {
  if (status === 'succeeded') return { status };
  if (status === 'failed') return { status, ...(code && { code }) };
  return expiresAt <= now ? { status: 'failed', code: 'attempt_expired' } : { status: 'pending' };
}
