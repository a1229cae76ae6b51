import { join } from 'node:path';
import { bringUp } from './bring-up.ts';
import { choosePorts } from './choose-ports.ts';
import { claimFolder } from './claim-folder.ts';
import { addressesOf } from './environment.ts';
import { ensureSecrets } from './secrets.ts';
import { readSettings } from './settings.ts';
import { openStackFile, type StackFile } from './stack-file.ts';
import { createSupervisor } from './supervisor.ts';

interface Stack {
  readonly dataFolder: string;
  /** Resolves once everything serves and stack.json is written; rejects where a part does not come up. */
  readonly ready: Promise<StackFile>;
  /** Ends everything in good order; a second call while the first is under way ends it at once. */
  stop(): Promise<void>;
}

/**
 * Begins to bring everything up on the data folder that `env` names. Throws where another stack holds that folder, or
 * where a port set by hand is busy.
 */
export async function startStack(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<Stack> {
  const settings = readSettings(env);
  const { DATA_DIR: folder, RESTART_DELAY_SECONDS: delay } = settings;
  const claim = await claimFolder(folder);
  const file = await openStackFile(folder);
  const ports = await choosePorts(settings);
  const addresses = addressesOf(settings, ports);
  await claim.tell(addresses.app);
  const secrets = await ensureSecrets(folder);
  const supervisor = createSupervisor({
    logFolder: join(folder, 'logs'),
    restartDelayMs: delay * 1000,
    say,
    onPid: (name, pid) => file.setPid(name, pid),
  });
  const ready = bringUp({ env, settings, ports, addresses, secrets, supervisor, say }).then((content) =>
    file.publish(content),
  );
  return {
    dataFolder: folder,
    ready,
    async stop() {
      await file.remove();
      await supervisor.stop();
      await claim.release();
    },
  };
}
