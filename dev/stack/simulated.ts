import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { simulators } from '#dev/simulators/simulators.ts';
import type { Secrets } from './secrets.ts';

/**
 * What points the app at the simulators at `url`, and registers it there, for each provider whose real credentials are
 * not in `env`.
 */
export function simulatedProviders(env: NodeJS.ProcessEnv, url: string, secrets: Secrets): Record<string, string> {
  const addresses = Object.entries(simulatorEnvironment(url));
  const simulated = simulators.map(({ id }) => `${id.toUpperCase()}_`).filter((prefix) => !isReal(env, prefix));
  return Object.fromEntries(
    simulated.flatMap((prefix) => [
      ...addresses.filter(([name]) => name.startsWith(prefix)),
      [`${prefix}CLIENT_ID`, `simulated-${prefix.slice(0, -1).toLowerCase()}`],
      [`${prefix}CLIENT_SECRET`, secrets.simulatorClientSecret],
      [`${prefix}WEBHOOK_SECRET`, secrets.simulatorWebhookSecret],
    ]),
  );
}

function isReal(env: NodeJS.ProcessEnv, prefix: string): boolean {
  return Boolean(env[`${prefix}CLIENT_ID`]) && Boolean(env[`${prefix}CLIENT_SECRET`]);
}
