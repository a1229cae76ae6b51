import type { BookingMail } from '#mail/message.ts';
import { peopleOf } from '#mail/people.ts';
import { oneLine } from '#mail/plain-words.ts';

/** What brings a missing link: something the host does, or patience. */
type Remedy = 'connect' | 'reconnect' | 'resend' | 'wait';

interface MissingLink {
  readonly why: string;
  readonly remedy: Remedy;
}

/** The codes of `domain/shown-conference`, in words about this platform. */
const CAUSES: Readonly<Record<string, (label: string) => MissingLink>> = {
  not_connected: (label) => ({ why: `You have not connected ${label}.`, remedy: 'connect' }),
  disconnected: (label) => ({ why: `You disconnected ${label}.`, remedy: 'connect' }),
  uninstalled: (label) => ({ why: `Insytical was removed from your ${label} account.`, remedy: 'reconnect' }),
  token_dead: (label) => ({ why: `${label} no longer accepts our access.`, remedy: 'reconnect' }),
  not_requested: (label) => ({ why: `This was booked while ${label} was not connected.`, remedy: 'resend' }),
  no_link: (label) => ({ why: `${label} made a meeting without a link.`, remedy: 'resend' }),
  removed_by_host: (label) => ({ why: `You deleted the meeting in ${label}.`, remedy: 'resend' }),
};

/** Why a confirmed booking has no link and what the host can do; a refusal of the platform comes with its own sentence. */
export function missingLinkOf({ booking }: BookingMail): MissingLink {
  const { conferenceProblem: problem, conferenceStatus, location } = booking;
  const cause = problem === null ? undefined : CAUSES[problem.code];
  if (cause !== undefined) return cause(oneLine(location.label));
  return { why: oneLine(problem?.text ?? ''), remedy: conferenceStatus === 'pending' ? 'wait' : 'resend' };
}

/** The same as a paragraph for the host. */
export function missingLinkNote(mail: BookingMail): string {
  const { guest } = peopleOf(mail);
  const label = oneLine(mail.booking.location.label);
  const { why, remedy } = missingLinkOf(mail);
  const remedies: Readonly<Record<Remedy, string>> = {
    connect: `Connect ${label} and press “Resend” on the booking: that makes the meeting and mails its link.`,
    reconnect: `Reconnect ${label}, and the link is made and mailed by itself.`,
    resend: 'Press “Resend” on the booking to have the meeting made and its link mailed.',
    wait: `You and ${guest} get it by mail as soon as it exists.`,
  };
  const state = remedy === 'wait' ? `There is no ${label} link yet.` : 'The booking stands without a link.';
  const own = remedy === 'wait' ? '' : `Or paste a meeting link of your own on the booking; ${guest} gets it by mail.`;
  return [why, state, remedies[remedy], own].filter((part) => part !== '').join(' ');
}
