import { seedDemoHosts } from '#dev/seed/demo-hosts.ts';
import { freePort } from '#dev/processes/ports.ts';
import type { Ports } from './choose-ports.ts';
import { type Addresses, appEnvironment } from './environment.ts';
import { apiPart, mailboxPart, nodeCommand, simulatorsPart, workerPart } from './node-parts.ts';
import { postgresPart } from './postgres-part.ts';
import { runOnce } from './run-once.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { simulatedProviders } from './simulated.ts';
import type { StackFile } from './stack-file.ts';
import type { Supervisor } from './supervisor.ts';
import { startTemporal } from './temporal-part.ts';
import { ensureWebBuild } from './web-build.ts';

interface Plan {
  readonly env: NodeJS.ProcessEnv;
  readonly settings: Settings;
  readonly ports: Ports;
  readonly addresses: Addresses;
  readonly secrets: Secrets;
  readonly supervisor: Supervisor;
  readonly say: (line: string) => void;
}

interface Database {
  readonly url: string;
  /** Where Postgres' files are, if not in the data folder and the server is ours. */
  readonly filesElsewhere: string | undefined;
}

/** Starts every part as soon as those it needs serve, and says what stack.json is to hold. */
export async function bringUp(plan: Plan): Promise<Omit<StackFile, 'pids'>> {
  const { env, settings, ports, addresses, secrets, supervisor, say } = plan;
  const { DATA_DIR: folder } = settings;
  const shared = appEnvironment(env, addresses, ports, secrets);

  const mailbox = supervisor.start(mailboxPart(folder, { web: ports.MAILBOX_PORT, smtp: ports.SMTP_PORT }));
  const simulators = supervisor.start(simulatorsPart(folder, shared, ports.SIMULATOR_PORT));
  const temporal = startTemporal(plan);
  const database = startDatabase(plan);
  const pages = ensureWebBuild(say);
  const api = Promise.all([database, pages]).then(([{ url }]) =>
    supervisor.start(apiPart({ ...shared, DATABASE_URL: url, DATA_DIR: folder }, ports.PORT)),
  );
  const worker = Promise.all([database, temporal, freePort()]).then(([{ url }, , healthPort]) =>
    supervisor.start(workerPart({ ...shared, DATABASE_URL: url }, healthPort)),
  );
  const hosts = Promise.all([api, simulators]).then(() => seed(plan));
  const [{ url, filesElsewhere }, logins] = await Promise.all([database, hosts, worker, mailbox, temporal]);
  const { temporalUi, ...rest } = addresses;
  return {
    ...rest,
    ...(temporalUi === undefined ? {} : { temporalUi }),
    database: url,
    ...(filesElsewhere === undefined ? {} : { databaseFiles: filesElsewhere }),
    ...logins,
  };
}

/** A database at the newest schema: the one set by hand, or our own. */
async function startDatabase(plan: Plan): Promise<Database> {
  const given = plan.settings.DATABASE_URL;
  const database = given === undefined ? await startOwnPostgres(plan) : { url: given, filesElsewhere: undefined };
  await runOnce('The migration', nodeCommand('db/migrate.ts', { DATABASE_URL: database.url }));
  return database;
}

async function startOwnPostgres({ settings, ports, secrets, supervisor }: Plan): Promise<Database> {
  const { part, ...database } = await postgresPart({
    dataFolder: settings.DATA_DIR,
    installation: secrets.installation,
    password: secrets.postgresPassword,
    port: ports.POSTGRES_PORT,
  });
  await supervisor.start(part);
  return database;
}

function seed({ env, addresses, secrets, say }: Plan) {
  const simulated = simulatedProviders(env, addresses.simulators, secrets);
  return seedDemoHosts({
    app: addresses.app,
    demoPassword: secrets.demoPassword,
    novaPassword: secrets.novaPassword,
    isSimulated: (provider) => `${provider.toUpperCase()}_CLIENT_ID` in simulated,
    say,
  });
}
