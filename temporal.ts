import { Client, type ClientInterceptors, Connection, type ConnectionOptions } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';

interface Settings {
  readonly connectionOptions: ConnectionOptions;
  readonly namespace: string;
}

/**
 * How to reach Temporal, by its own environment variables (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TLS_*,
 * TEMPORAL_API_KEY, or a profile file): the same code reaches the dev server, a cluster over mTLS and Temporal Cloud.
 */
export function temporalSettings(): Settings {
  const { connectionOptions, namespace } = loadClientConnectConfig();
  return {
    connectionOptions: { ...connectionOptions, address: connectionOptions.address ?? 'localhost:7233' },
    namespace: namespace ?? 'default',
  };
}

/**
 * A client that connects at its first call; Temporal being away never stops us from starting.
 * @param interceptors those of `tracing.ts`, where calls are traced
 */
export function lazyTemporalClient(
  { connectionOptions, namespace }: Settings = temporalSettings(),
  interceptors: ClientInterceptors = {},
): Client {
  return new Client({ connection: Connection.lazy(connectionOptions), namespace, interceptors });
}
