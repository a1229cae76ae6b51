import type { BookingMail } from '#mail/message.ts';
import { peopleOf } from '#mail/people.ts';
import { oneLine } from '#mail/plain-words.ts';
import { hostTextsOf, linkProblemIn, paragraph } from '#mail/texts.ts';

/** What brings a missing link: something the host does, or patience. */
type Remedy = 'connect' | 'reconnect' | 'resend' | 'wait';

/** What to do about a problem, by its code of `domain/shown-conference`; each has a message of its own. */
const REMEDIES = {
  not_connected: 'connect',
  disconnected: 'connect',
  uninstalled: 'reconnect',
  token_dead: 'reconnect',
  not_requested: 'resend',
  no_link: 'resend',
  removed_by_host: 'resend',
} as const satisfies Record<string, Remedy>;

const isKnown = (code: string): code is keyof typeof REMEDIES => Object.hasOwn(REMEDIES, code);

/** What the host of a confirmed booking without a link can do about it. */
export function missingLinkRemedy({ booking }: BookingMail): Remedy {
  const { conferenceProblem: problem, conferenceStatus } = booking;
  if (problem !== null && isKnown(problem.code)) return REMEDIES[problem.code];
  return conferenceStatus === 'pending' ? 'wait' : 'resend';
}

/** Why a confirmed booking has no link and what its host can do, as a paragraph. */
export function missingLinkNote(mail: BookingMail): string {
  const t = hostTextsOf(mail);
  const { guest } = peopleOf(mail);
  const provider = oneLine(mail.booking.location.label);
  const remedy = missingLinkRemedy(mail);
  if (remedy === 'wait')
    return paragraph(
      t,
      whyMissing(mail, provider),
      t('host.no_link.not_yet', { provider }),
      t('host.no_link.wait', { guest }),
    );
  return paragraph(
    t,
    whyMissing(mail, provider),
    t('host.no_link.confirmed'),
    remedy === 'resend' ? t('host.no_link.resend') : t(`host.no_link.${remedy}`, { provider }),
    t('host.no_link.paste', { guest }),
  );
}

/** A refusal of the platform is told as on the booking's page. */
function whyMissing(mail: BookingMail, provider: string): string {
  const { conferenceProblem: problem } = mail.booking;
  if (problem === null) return '';
  return isKnown(problem.code)
    ? hostTextsOf(mail)(`host.no_link.${problem.code}`, { provider })
    : linkProblemIn(mail.booking.readerLocale, problem.code, provider);
}
