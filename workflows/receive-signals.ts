import { CancellationScope, defineSignal, setDefaultSignalHandler, setHandler, uuid4 } from '@temporalio/workflow';
import { BOOKING_SIGNALS, isOperatorCommand, type OperatorCommand } from './signals.ts';

export interface ReceivedCommand {
  readonly command: OperatorCommand;
  /** Unique and, as ids of the timeline are, in the order of time. */
  readonly id: string;
}

/** What has come in for a booking's workflow: reasons to plan, and commands of the operator. */
export interface ReceivedSignals {
  /** Notes a reason to plan again. */
  readonly look: () => void;
  isEmpty(): boolean;
  hasCommands(): boolean;
  /** Takes the commands out. What comes in from now on is a reason for another plan. */
  take(): ReceivedCommand[];
  /** Signals that announce this revision or an older one have been seen to. */
  planned(revision: number): void;
}

/** Opens the inbox with a first reason to plan. A signal this build does not know is one too. */
export function receiveSignals(): ReceivedSignals {
  const state = { isEmpty: false, planned: 0, commands: [] as ReceivedCommand[] };
  const look = () => void (state.isEmpty = false);
  const command = (name: OperatorCommand) => {
    state.commands.push({ command: name, id: timeOrderedId() });
    look();
  };
  const receive = (signal: string, revision?: number) => {
    if (isOperatorCommand(signal) && typeof revision !== 'number') command(signal);
    else if (signal === 'sweep' || typeof revision !== 'number' || revision > state.planned) look();
  };
  for (const [name, description] of Object.entries(BOOKING_SIGNALS))
    setHandler(defineSignal<[number?]>(name), (revision) => receive(name, revision), { description });
  setDefaultSignalHandler(look);
  // "Request Cancellation" in the Temporal UI.
  void CancellationScope.current().cancelRequested.catch(() => command('cancel'));
  return {
    look,
    isEmpty: () => state.isEmpty,
    hasCommands: () => state.commands.length > 0,
    take() {
      state.isEmpty = true;
      return state.commands.splice(0);
    },
    planned: (revision) => void (state.planned = revision),
  };
}

/** A UUID of version 7, from the workflow's own clock and randomness. */
function timeOrderedId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${uuid4().slice(15)}`;
}
