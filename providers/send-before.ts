import { Agent, DecoratorHandler, type Dispatcher } from 'undici';
import type { Deadline } from './deadline.ts';

const agent = new Agent();

/**
 * Sends a request only while its deadline lasts, asked in the very moment before its bytes are written. A timer alone
 * does not do: after a process was stopped for a while, sockets are served before timers fire.
 */
export function sendBefore(deadline: Deadline): Dispatcher {
  return agent.compose((dispatch) => (options, handler) => dispatch(options, new BeforeSending(handler, deadline)));
}

/** The request was never written: its time had passed. */
export class TooLateToSend extends Error {
  override readonly name = 'TooLateToSend';
}

interface RequestEvents {
  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void;
}

/** Passes every event on, which its published type does not say. */
const PassingOn = DecoratorHandler as new (handler: Dispatcher.DispatchHandler) => RequestEvents;

class BeforeSending extends PassingOn {
  readonly #deadline: Deadline;

  constructor(handler: Dispatcher.DispatchHandler, deadline: Deadline) {
    super(handler);
    this.#deadline = deadline;
  }

  override onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    if (this.#deadline.remainingMs() <= 0) throw new TooLateToSend();
    super.onRequestStart(controller, context);
  }
}
