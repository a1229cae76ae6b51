import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { createSimulatorServer } from '#dev/simulators/core/server.ts';
import { openSimulator, type SimulatorFactory } from '#dev/simulators/core/simulator.ts';
import type { Access, Grant, Provider } from '#providers/provider.ts';
import { createProviderRegistry, type ProviderFactory } from '#providers/registry.ts';
import { testConfig } from '../setup/config.ts';
import { type CheckingProxy, startCheckingProxy } from './checking-proxy.ts';
import { hasSpec } from './open-api.ts';
import { createSimulatorControl, type SimulatorControl } from './simulator-control.ts';
import { createSpecCheck, type SpecCheck } from './spec-check.ts';
import { startWebhook, type Webhook } from './webhook.ts';

/** What the contract needs to know of a provider. */
export interface Subject {
  /** Made for the base URL of its simulator, where that is not read from the configuration. */
  readonly provider: (simulatorUrl: string) => ProviderFactory;
  readonly simulator: SimulatorFactory;
  /** The provider's OpenAPI document in `../shared/specs`, and the path at which the simulator serves its root. */
  readonly spec: { readonly file: string; readonly prefix: string } | null;
  /** A used refresh token is revoked at once. */
  readonly rotatesRefreshToken?: true;
}

export interface Stage {
  readonly provider: Provider;
  readonly rotatesRefreshToken: boolean;
  /** The same provider, out of patience after a moment. */
  readonly hurried: Provider;
  readonly simulator: SimulatorControl;
  readonly proxy: CheckingProxy;
  readonly webhook: Webhook;
  /** Null where the provider's spec is not there. */
  readonly spec: SpecCheck | null;
  /** Goes through the consent page as this account. */
  readonly consent: (account: string, answer?: 'allow' | 'deny') => Promise<{ callback: URL; attempt: Attempt }>;
  /** Connects an account; its access is good for calls. */
  readonly connect: (account?: string) => Promise<Connected>;
  readonly close: () => Promise<void>;
}

export type Attempt = Parameters<Provider['authorizeUrl']>[0];

export interface Connected {
  readonly grant: Grant;
  readonly access: Access;
  readonly email: string;
}

/** Our app as it is registered at every simulated provider. */
export const ourClient = { id: 'our-client-id', secret: 'our-client-secret', webhookSecret: 'our-webhook-secret' };

const HURRIED_MS = 400;
const PATIENT_MS = 8_000;

/** Starts a simulator, a proxy that watches every call to it, and a webhook; the provider talks to the proxy. */
export async function openStage(subject: Subject): Promise<Stage> {
  const { simulator: made } = subject;
  const dataDir = await mkdtemp(join(tmpdir(), 'contract-'));
  const webhook = await startWebhook();
  const simulator = openSimulator(made, dataDir, ourClient, webhook.url);
  const server = createSimulatorServer([simulator]).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const spec =
    subject.spec !== null && hasSpec(subject.spec.file)
      ? createSpecCheck(subject.spec.file, subject.spec.prefix)
      : null;
  const proxy = await startCheckingProxy(target, (exchange) => spec?.take(exchange));

  const providerWithin = (timeoutMs: number) => {
    const config = testConfig({
      ...simulatorEnvironment(proxy.url),
      ...registration(made.id),
      HTTP_TIMEOUT_MS: String(timeoutMs),
    });
    return createProviderRegistry(config, [subject.provider(proxy.url)]).require(made.id);
  };
  const provider = providerWithin(PATIENT_MS);
  webhook.use(provider);
  simulator.start?.();

  const consent: Stage['consent'] = async (account, answer = 'allow') => {
    const attempt = newAttempt(made.id);
    const page = provider.authorizeUrl(attempt);
    page.searchParams.set('sim_consent', answer);
    page.searchParams.set('sim_account', account);
    const sent = await fetch(page, { redirect: 'manual' });
    return { attempt, callback: new URL(sent.headers.get('location') ?? 'about:blank') };
  };

  return {
    provider,
    rotatesRefreshToken: subject.rotatesRefreshToken ?? false,
    hurried: providerWithin(HURRIED_MS),
    simulator: createSimulatorControl(`${target}/_sim/${made.id}`),
    proxy,
    webhook,
    spec,
    consent,
    async connect(account = 'host') {
      const { callback, attempt } = await consent(account);
      const grant = await provider.exchange(callback, attempt);
      const { accountId, email } = await provider.identify(grant);
      return { grant, email, access: { accessToken: grant.accessToken, accountId } };
    },
    async close() {
      simulator.stop?.();
      simulator.state.notifications.clear();
      await proxy.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      simulator.state.journal.close();
      await webhook.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

function registration(id: string) {
  const prefix = id.toUpperCase();
  return {
    [`${prefix}_CLIENT_ID`]: ourClient.id,
    [`${prefix}_CLIENT_SECRET`]: ourClient.secret,
    [`${prefix}_WEBHOOK_SECRET`]: ourClient.webhookSecret,
  };
}

function newAttempt(providerId: string): Attempt {
  return {
    state: randomBytes(16).toString('base64url'),
    codeVerifier: randomBytes(48).toString('base64url'),
    redirectUri: `https://us.example/oauth/${providerId}/callback`,
  };
}
