export const CONNECTION_STATES = ['connected', 'reconnect_needed', 'revoked'] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/** Why a connection is not usable; `disconnected` is the host's own click and shows no badge. */
export const CONNECTION_CAUSES = ['disconnected', 'uninstalled', 'token_dead', 'replaced'] as const;
export type ConnectionCause = (typeof CONNECTION_CAUSES)[number];
