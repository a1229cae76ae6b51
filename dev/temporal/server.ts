import { Connection, type ConnectionOptions } from '@temporalio/client';
import { SearchAttributeType } from '@temporalio/common';
import { searchAttributeKeys } from '#workflows/search-attributes.ts';
import type { Command } from '#dev/processes/command.ts';
import { until } from '#dev/clients/until.ts';

interface DevServer {
  readonly cli: string;
  readonly port: number;
  readonly uiPort: number;
  /** The file that keeps everything; in memory if left out. */
  readonly file?: string;
  readonly namespace: string;
  /** `key=value`; values are JSON, so texts keep their quotes. */
  readonly dynamicConfig?: readonly string[];
}

/**
 * Off by default: then tasks of one priority are served in the order they came, so that one host can delay all others.
 */
const HOSTS_TAKE_TURNS = 'matching.enableFairness=true';
/**
 * Each shard is asked for new tasks 20 times a second at most. A cluster has hundreds of shards, this server has one: at
 * five bookings a second every step of theirs would wait 40 ms.
 */
const ONE_SHARD_SERVES_ALL = 'history.transferProcessorMaxPollRPS=200';
const SETTINGS = [HOSTS_TAKE_TURNS, ONE_SHARD_SERVES_ALL];
/** Even on a machine that is busy with much else. */
const START_MS = 120_000;
const TYPES: Readonly<Record<string, string>> = {
  [SearchAttributeType.KEYWORD]: 'Keyword',
  [SearchAttributeType.DATETIME]: 'Datetime',
};

/** The command of a dev server on loopback with our namespace and search attributes. */
export function temporalCommand({ cli, port, uiPort, file, namespace, dynamicConfig = [] }: DevServer): Command {
  const attributes = searchAttributeKeys.flatMap(({ name, type }) => ['--search-attribute', `${name}=${TYPES[type]}`]);
  return {
    file: cli,
    args: [
      'server start-dev --ip 127.0.0.1 --log-level error'.split(' '),
      ['--port', String(port), '--ui-port', String(uiPort), '--namespace', namespace],
      file === undefined ? [] : ['--db-filename', file],
      attributes,
      [...SETTINGS, ...dynamicConfig].flatMap((setting) => ['--dynamic-config-value', setting]),
    ].flat(),
    // Settings meant for clients must not steer the server.
    env: { TEMPORAL_ADDRESS: undefined, TEMPORAL_NAMESPACE: undefined },
  };
}

/** Waits until the server is healthy and knows the namespace; gives up when `signal` says that it has ended. */
export async function temporalReady(where: ConnectionOptions, namespace: string, signal?: AbortSignal): Promise<void> {
  await until(`Temporal at ${where.address} to answer`, () => answers(where, namespace), {
    within: START_MS,
    every: 50,
    signal,
  });
}

async function answers(where: ConnectionOptions, namespace: string): Promise<true> {
  const connection = await Connection.connect({ ...where, connectTimeout: '1 second' });
  try {
    await connection.withDeadline(Date.now() + 2_000, async () => {
      await connection.healthService.check({});
      await connection.workflowService.describeNamespace({ namespace });
    });
    return true;
  } finally {
    await connection.close();
  }
}
