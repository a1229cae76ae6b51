import { type Mailbox, openMailbox } from '#dev/clients/mailbox.ts';
import { openSimulator, type SimulatorClient } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import { openWorkflows, type Workflows } from '#dev/clients/workflows.ts';
import type { SimMeeting } from '#dev/simulators/core/simulator.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';
import type { Reporter } from './reporter.ts';

/** The stage of one story: where things can be looked at, and to whom it is told. */
export interface Play extends Reporter {
  readonly app: string;
  readonly providerId: string;
  readonly mailbox: Mailbox;
  readonly provider: SimulatorClient;
  readonly workflows: Workflows;
}

/** Opens the stage of a story about one provider on a running stack. */
export function openPlay(places: StackFile, providerId: string, reporter: Reporter): Play {
  return {
    ...reporter,
    app: places.app,
    providerId,
    mailbox: openMailbox(places.mailbox),
    provider: openSimulator(places.simulators, providerId),
    workflows: openWorkflows(places.temporal),
  };
}

/** Waits until the provider has a meeting of that title at that time. */
export function meetingAt({ provider, providerId }: Play, startsAt: string, title: string): Promise<SimMeeting> {
  return until(`a ${providerId} meeting at ${startsAt}`, async () => {
    const meetings = await provider.meetings();
    return meetings.find((meeting) => meeting.title === title && sameInstant(meeting.startsAt, startsAt));
  });
}

/** Whether two RFC 3339 texts are one instant. */
export function sameInstant(a: string, b: string): boolean {
  return Date.parse(a) === Date.parse(b);
}

/** The instant so many milliseconds from now. */
export function fromNow(ms: number): Date {
  return new Date(Date.now() + ms);
}
