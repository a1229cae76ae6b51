import type { Ports } from './choose-ports.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { simulatedProviders } from './simulated.ts';

export interface Addresses {
  readonly app: string;
  readonly temporal: string;
  readonly temporalUi: string | undefined;
  readonly mailbox: string;
  readonly smtp: string;
  readonly simulators: string;
}

/** Where everything is or will be. Loopback, but for the app, which browsers know as localhost. */
export function addressesOf(settings: Settings, ports: Ports): Addresses {
  return {
    app: (settings.PUBLIC_URL ?? `http://localhost:${ports.PORT}`).replace(/\/$/, ''),
    temporal: settings.TEMPORAL_ADDRESS ?? `127.0.0.1:${ports.TEMPORAL_PORT}`,
    temporalUi: settings.TEMPORAL_ADDRESS === undefined ? `http://127.0.0.1:${ports.TEMPORAL_UI_PORT}` : undefined,
    mailbox: `http://127.0.0.1:${ports.MAILBOX_PORT}`,
    smtp: settings.SMTP_URL ?? `smtp://127.0.0.1:${ports.SMTP_PORT}`,
    simulators: `http://127.0.0.1:${ports.SIMULATOR_PORT}`,
  };
}

/** What the app's processes are told on top of our own environment, where that does not say it already. */
export function appEnvironment(env: NodeJS.ProcessEnv, addresses: Addresses, ports: Ports, secrets: Secrets) {
  const { AUTH_SECRET, TOKEN_KEYS, LINK_KEYS, installation } = secrets;
  const ownSecrets = { AUTH_SECRET, TOKEN_KEYS, LINK_KEYS, DEPLOYMENT_ID: installation };
  const given = Object.entries(env).filter(([name, value]) => name in ownSecrets && value !== '');
  return {
    ...ownSecrets,
    ...(Object.fromEntries(given) as Partial<typeof ownSecrets>),
    ...simulatedProviders(env, addresses.simulators, secrets),
    PORT: String(ports.PORT),
    // Its start page shows the demo hosts' passwords.
    LISTEN_ADDRESS: '127.0.0.1',
    PUBLIC_URL: addresses.app,
    // Demo hosts, tests and tools make accounts without reading mails.
    DEV_INSTANT_SIGN_UP: '1',
    // The simulated calendars.
    OUTBOUND_ALLOW: new URL(addresses.simulators).host,
    SMTP_URL: addresses.smtp,
    TEMPORAL_ADDRESS: addresses.temporal,
  };
}
