import { startChild } from '#dev/processes/child.ts';
import { freePort } from '#dev/processes/ports.ts';
import { findTemporalCli } from './find-cli.ts';
import { temporalCommand, temporalReady } from './server.ts';

/** Without it timers and back-offs are floored at about a second. */
export const SHORT_TIMERS = 'history.timerProcessorMaxTimeShift="5ms"';

/** So that a test can drive a workflow past the length at which it continues as new; 4,096 events in life. */
const SHORT_HISTORIES = 'limit.historyCount.suggestContinueAsNew=150';

const NAMESPACE = 'default';

/** A Temporal dev server for tests: in memory, with timers as short as they are set. */
export async function startThrowAwayTemporal(say: (line: string) => void) {
  const { path: cli, from } = await findTemporalCli(say);
  say(`Temporal CLI ${from}.`);
  const [port, uiPort] = await Promise.all([freePort(), freePort()]);
  const server = startChild(
    temporalCommand({
      cli,
      port,
      uiPort,
      namespace: NAMESPACE,
      dynamicConfig: [SHORT_TIMERS, SHORT_HISTORIES, 'frontend.WorkflowTimeSkippingEnabled=true'],
    }),
  );
  const address = `127.0.0.1:${port}`;
  await temporalReady({ address }, NAMESPACE, server.gone);
  return {
    address,
    ui: `http://127.0.0.1:${uiPort}`,
    namespace: NAMESPACE,
    pid: server.pid,
    stop: () => server.stop('SIGKILL'),
  };
}
