import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { simulators } from '#dev/simulators/simulators.ts';
import type { Secrets } from './secrets.ts';

/** The ways to log in, by whose app they use. */
const LOGINS = [
  ['MEET_', 'google'],
  ['TEAMS_', 'microsoft'],
] as const;

/**
 * What points the app at the simulators at `url`, and registers it there, for each provider whose real credentials are
 * not in `env`.
 */
export function simulatedProviders(env: NodeJS.ProcessEnv, url: string, secrets: Secrets): Record<string, string> {
  const addresses = Object.entries(simulatorEnvironment(url));
  const simulated = simulators.map(({ id }) => `${id.toUpperCase()}_`).filter((prefix) => !isReal(env, prefix));
  const app = Object.fromEntries(
    simulated.flatMap((prefix) => [
      ...addresses.filter(([name]) => name.startsWith(prefix)),
      [`${prefix}CLIENT_ID`, `simulated-${prefix.slice(0, -1).toLowerCase()}`],
      [`${prefix}CLIENT_SECRET`, secrets.simulatorClientSecret],
      [`${prefix}WEBHOOK_SECRET`, secrets.simulatorWebhookSecret],
    ]),
  );
  const logins = LOGINS.filter(([prefix]) => simulated.includes(prefix)).map(([, login]) => login);
  return env['LOGIN_WITH'] || logins.length === 0 ? app : { ...app, LOGIN_WITH: logins.join(',') };
}

function isReal(env: NodeJS.ProcessEnv, prefix: string): boolean {
  return Boolean(env[`${prefix}CLIENT_ID`]) && Boolean(env[`${prefix}CLIENT_SECRET`]);
}
