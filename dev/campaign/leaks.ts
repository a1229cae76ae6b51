import type { Workflows } from '#dev/clients/workflows.ts';
import type { DisposableStack } from '#dev/stack/disposable-stack.ts';
import { findIn, historiesOf, logSizes, logsOf } from '#test/providers/secrets/hiding-places.ts';
import { bookingWorkflowId, connectionWorkflowId } from '#workflows/signals.ts';
import type { Cast } from './cast.ts';
import type { Observed } from './observed.ts';
import { pastedLink } from './people.ts';

/** How long each log is before a round begins. */
export type LogSizes = ReadonlyMap<string, number>;

export const measureLogs = async (stack: DisposableStack): Promise<LogSizes> => logSizes(await dataFolder(stack));

/** Where a name, an address, a link or a token of the round's people stands: in a log since `from`, or in a history. */
export async function findLeaks(
  { stack, workflows }: { readonly stack: DisposableStack; readonly workflows: Workflows },
  { hosts, guests }: Cast,
  { bookings, hosts: seen }: Pick<Observed, 'bookings' | 'hosts'>,
  from: LogSizes,
): Promise<string[]> {
  const secrets = [
    ...hosts.map(({ label, client }) => [`address of host ${label}`, client.email]),
    ...hosts.map(({ label, account }) => [`account of host ${label}`, account]),
    ...hosts.flatMap(({ label, client }) =>
      [...client.cookies].map(([name, value]) => [`${name} of host ${label}`, decodeURIComponent(value)]),
    ),
    ...guests.map(({ label, client }) => [`address of guest ${label}`, client.email]),
    ...guests.map(({ label, client }) => [`name of guest ${label}`, client.name]),
    ...guests.map(({ label }) => [`link pasted for guest ${label}`, pastedLink(label)]),
    ...bookings.map(({ guest, guestSees }) => [`link of guest ${guest.label}`, guestSees.token]),
    ...bookings.flatMap(({ guest, meetings }) =>
      meetings.flatMap(({ joinUrl }) => (joinUrl ? [[`meeting of guest ${guest.label}`, joinUrl]] : [])),
    ),
  ];
  const ids = [
    ...bookings.map(({ id }) => bookingWorkflowId(id)),
    ...seen.flatMap(({ connections }) => connections.map(({ id }) => connectionWorkflowId(id))),
  ];
  const kept = [...(await logsOf(await dataFolder(stack), from)), ...(await historiesOf(workflows.client, ids))];
  return findIn(kept, Object.fromEntries(secrets));
}

const dataFolder = async (stack: DisposableStack): Promise<string> => (await stack.environment())['DATA_DIR'] ?? '';
