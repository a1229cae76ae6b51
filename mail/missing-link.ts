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
  not_connected: (label) => ({ why: `You haven’t connected ${label}.`, remedy: 'connect' }),
  disconnected: (label) => ({ why: `You disconnected ${label}.`, remedy: 'connect' }),
  uninstalled: (label) => ({ why: `Insytical was removed from your ${label} account.`, remedy: 'reconnect' }),
  token_dead: (label) => ({ why: `${label} revoked our access.`, remedy: 'reconnect' }),
  not_requested: (label) => ({ why: `This was booked while ${label} wasn’t connected.`, remedy: 'resend' }),
  no_link: (label) => ({ why: `${label} created the meeting without a link.`, remedy: 'resend' }),
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
    connect: `Connect ${label}, then open the booking and click “Resend confirmation”: we’ll create the meeting and email its link.`,
    reconnect: `Reconnect ${label}, and we’ll automatically create and email the link.`,
    resend: 'Open the booking and click “Resend confirmation”: we’ll create the meeting and email its link.',
    wait: `We’ll email it to you and ${guest} as soon as it’s ready.`,
  };
  const state = remedy === 'wait' ? `There’s no ${label} link yet.` : 'The booking is confirmed but has no link.';
  const own = remedy === 'wait' ? '' : `Or paste your own meeting link on the booking, and we’ll email it to ${guest}.`;
  return [why, state, remedies[remedy], own].filter((part) => part !== '').join(' ');
}
