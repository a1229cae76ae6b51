import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NativeConnection, type NativeConnectionOptions } from '@temporalio/worker';
import { afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { lazyTemporalClient, temporalSettings } from '#temporal';
import { createAuthority, hasOpenssl, type Identity } from './certificates.ts';
import { startTlsProxy } from './tls-proxy.ts';

const SERVER_NAME = 'temporal.test';
const PATIENCE_MS = 10_000;
/** A client tries again until its deadline, so a refusal takes as long as we let it. */
const REFUSAL_MS = 1_500;
const REFUSED = /UNAVAILABLE|DEADLINE_EXCEEDED/;

const canRun = hasOpenssl();

describe.skipIf(!canRun)(`Temporal over mTLS${canRun ? '' : ' (openssl is not on this machine)'}`, () => {
  let folder: string;
  let proxy: Awaited<ReturnType<typeof startTlsProxy>>;
  let authority: string;
  let client: Identity;
  let stranger: Identity;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'temporal-tls-'));
    const ours = createAuthority(folder, 'ours');
    authority = ours.cert;
    client = ours.issue('client.test');
    stranger = createAuthority(folder, 'theirs').issue('stranger.test');
    proxy = await startTlsProxy({
      target: inject('temporalAddress'),
      identity: ours.issue(SERVER_NAME),
      clientAuthority: ours.cert,
    });
    return async () => {
      proxy.close();
      await rm(folder, { recursive: true });
    };
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    proxy.turnedAway.length = 0;
  });

  const setUp = (variables: Readonly<Record<string, string>>) => {
    vi.stubEnv('TEMPORAL_ADDRESS', proxy.address);
    vi.stubEnv('TEMPORAL_TLS_SERVER_NAME', SERVER_NAME);
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  };
  const byPath = (identity: Identity) => ({
    TEMPORAL_TLS_SERVER_CA_CERT_PATH: authority,
    TEMPORAL_TLS_CLIENT_CERT_PATH: identity.cert,
    TEMPORAL_TLS_CLIENT_KEY_PATH: identity.key,
  });

  test('connects API and worker by the files named in the environment', async () => {
    setUp(byPath(client));
    await expect(askByClient()).resolves.toBe('default');
    await expect(askByWorker()).resolves.toBe('default');
    expect(proxy.turnedAway).toEqual([]);
  });

  test('connects by certificates that are themselves in the environment', async () => {
    setUp({
      TEMPORAL_TLS_SERVER_CA_CERT_DATA: readFileSync(authority, 'utf8'),
      TEMPORAL_TLS_CLIENT_CERT_DATA: readFileSync(client.cert, 'utf8'),
      TEMPORAL_TLS_CLIENT_KEY_DATA: readFileSync(client.key, 'utf8'),
    });
    await expect(askByClient()).resolves.toBe('default');
    await expect(askByWorker()).resolves.toBe('default');
  });

  test('is refused without a client certificate', async () => {
    setUp({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: authority });
    await expect(askByClient(REFUSAL_MS)).rejects.toThrow(REFUSED);
    await expect(askByWorker()).rejects.toThrow(/transport/i);
    expect(proxy.turnedAway).toContain('ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE');
  });

  test('is refused with the certificate of another authority', async () => {
    setUp(byPath(stranger));
    await expect(askByClient(REFUSAL_MS)).rejects.toThrow(REFUSED);
    expect(proxy.turnedAway.length).toBeGreaterThan(0);
  });

  test('does not talk to a server it cannot verify', async () => {
    setUp({ ...byPath(client), TEMPORAL_TLS_SERVER_CA_CERT_PATH: stranger.cert });
    await expect(askByClient(REFUSAL_MS)).rejects.toThrow(REFUSED);
    expect(proxy.turnedAway.length).toBeGreaterThan(0);
  });
});

/** The namespace's name as the API's client gets it. */
async function askByClient(patienceMs = PATIENCE_MS): Promise<string | null | undefined> {
  const client = lazyTemporalClient();
  try {
    const { namespaceInfo } = await client.withDeadline(Date.now() + patienceMs, () =>
      client.workflowService.describeNamespace({ namespace: 'default' }),
    );
    return namespaceInfo?.name;
  } finally {
    await client.connection.close();
  }
}

/** The namespace's name as the worker's connection gets it. */
async function askByWorker(): Promise<string | null | undefined> {
  const connection = await NativeConnection.connect(temporalSettings().connectionOptions as NativeConnectionOptions);
  try {
    const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace: 'default' });
    return namespaceInfo?.name;
  } finally {
    await connection.close();
  }
}
