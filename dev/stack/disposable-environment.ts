import { freePort } from '#dev/processes/ports.ts';

/** Every wait of the system shortened, so that a program sees in a second what takes minutes in life. */
const QUICK = {
  LINK_WAIT_MS: '3000',
  CHANGE_MAIL_GAP_MS: '1000',
  LOOK_AGAIN_MS: '1500',
  RETRY_AFTER_MS: '500',
  RETRY_CAP_MS: '2000',
  CALL_LEASE_MS: '4000',
  HEARTBEAT_MS: '3000',
  MAIL_LEASE_MS: '5000',
  ACTIVITY_BUDGET_MS: '15000',
  MEETING_ATTEMPT_MS: '10000',
  ATTEMPT_INTERVAL_MS: '200',
  SWEEP_MS: '1000',
  UNDELIVERED_MS: '1000',
  OVERDUE_MS: '5000',
  DISCONNECT_GRACE_MS: '3000',
  HTTP_TIMEOUT_MS: '2000',
  RESTART_DELAY_SECONDS: '0.2',
  RATE_LIMIT_SCALE: '1000',
  LOG_LEVEL: 'info',
};

const PORTS = [
  'PORT',
  'TEMPORAL_PORT',
  'TEMPORAL_UI_PORT',
  'MAILBOX_PORT',
  'SMTP_PORT',
  'SIMULATOR_PORT',
  'POSTGRES_PORT',
];

/** What would make the stack use something of the developer's own instead of starting it. */
const FOREIGN = /^(DATABASE_URL|PUBLIC_URL|WEBHOOK_URL|SMTP_URL|TEMPORAL_.*|(ZOOM|TEAMS|MEET)_.*|.*_(KEYS|SECRET))$/;

/** The environment of a disposable stack: its own ports, the same at each start, short waits, nothing from outside. */
export async function disposableEnvironment(
  dataFolder: string,
  overrides: Readonly<Record<string, string>>,
): Promise<Record<string, string | undefined>> {
  const ports = new Set<number>();
  while (ports.size < PORTS.length) ports.add(await freePort());
  const foreign = Object.keys(process.env).filter((name) => FOREIGN.test(name) && name !== 'TEMPORAL_CLI_PATH');
  return {
    ...Object.fromEntries(foreign.map((name) => [name, ''])),
    ...QUICK,
    ...Object.fromEntries([...ports].map((port, at) => [PORTS[at] ?? '', String(port)])),
    NODE_ENV: 'test',
    // The parts choose their own ports elsewhere than the test, which has yet to use what it chose.
    VITEST_POOL_ID: undefined,
    TEMPORAL_NAMESPACE: 'default',
    TEMPORAL_DYNAMIC_CONFIG: 'history.timerProcessorMaxTimeShift="5ms" frontend.WorkflowTimeSkippingEnabled=true',
    DATA_DIR: dataFolder,
    ...overrides,
  };
}
