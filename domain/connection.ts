export const CONNECTION_STATES = ['connected', 'reconnect_needed', 'revoked'] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/**
 * Why a connection is not usable. `disconnected` is the host's own click and shows no badge; `replaced` by another account;
 * `connected_elsewhere`: the provider ended our grant because the same account was connected by another host.
 */
export const CONNECTION_CAUSES = [
  'disconnected',
  'uninstalled',
  'token_dead',
  'connected_elsewhere',
  'replaced',
] as const;
export type ConnectionCause = (typeof CONNECTION_CAUSES)[number];
