import type { Command } from '#dev/processes/command.ts';

/** Every process of the stack, as `pids` of stack.json names them. */
export type PartName = 'postgres' | 'temporal' | 'mailbox' | 'simulators' | 'api' | 'worker';

/** One process of the stack and how to tell that it serves. */
export interface Part {
  readonly name: PartName;
  readonly command: Command;
  /** Returns once it serves; rejects when `gone` says that it has ended. */
  ready(gone: AbortSignal): Promise<void>;
  /** Clears away what an earlier process may have left in its way. */
  beforeStart?(): Promise<void>;
  /** What asks it to end in good order; SIGTERM if left out. */
  readonly stopSignal?: NodeJS.Signals;
}
