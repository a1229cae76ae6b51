import { DEFAULT_LOCALE } from '#domain/locale.ts';
import { whenOf } from '#mail/times.ts';
import type { ReceivedMail } from '../received-mail.ts';
import type { MailRow, ObservedBooking } from '../observed.ts';
import { isOver, type Rule, type Violation } from './verdict.ts';

/** Kinds of mails that tell where a booking stands; the others tell something beside it. */
const TELLS_STATE = new Set(['confirmed', 'pending', 'declined', 'expired', 'rescheduled', 'cancelled', 'link_ready']);

/** The first copy of each mail, in the order in which they came: mail systems drop later ones of the same id. */
export function firstCopies(inbox: readonly ReceivedMail[]): ReceivedMail[] {
  const seen = new Set<string>();
  return inbox.toSorted((a, b) => a.at - b.at).filter(({ messageId }) => !seen.has(messageId) && seen.add(messageId));
}

/** The row that a mail was made from. */
export const rowOf = ({ mails }: ObservedBooking, { messageId }: ReceivedMail): MailRow | undefined =>
  mails.find(({ message_id }) => messageId.startsWith(`<${message_id}@`));

/** The last mail that a reader has of a booking tells its final state: what became of it, when, and the link. */
export const judgeLastMails: Rule = ({ bookings }) =>
  bookings.flatMap((booking) => [...judgeReader(booking, 'guest'), ...judgeReader(booking, 'host')]);

function judgeReader(booking: ObservedBooking, reader: 'guest' | 'host'): Violation[] {
  const told = firstCopies(booking.inbox[reader]).filter((mail) => TELLS_STATE.has(rowOf(booking, mail)?.kind ?? ''));
  const last = told.at(-1);
  const { expected, isRight } = expectedOf(booking, reader);
  if (last !== undefined && isRight(last, rowOf(booking, last)?.kind ?? '')) return [];
  const seen = told.map((mail) => `${rowOf(booking, mail)?.kind} (${mail.subject})`).join('; ') || 'no mail';
  return [{ rule: 'last mails', about: `${booking.guest.label}, to the ${reader}`, expected, seen }];
}

interface Expected {
  readonly expected: string;
  readonly isRight: (mail: ReceivedMail, kind: string) => boolean;
}

function expectedOf({ hostSees, host, guest }: ObservedBooking, reader: 'guest' | 'host'): Expected {
  const { status, startsAt, endsAt, conference } = hostSees;
  const readerTimeZone = reader === 'guest' ? guest.timeZone : host.timeZone;
  const { short } = whenOf(Date.parse(startsAt), Date.parse(endsAt), {
    readerTimeZone,
    readerLocale: DEFAULT_LOCALE,
    readerHourCycle: 'h23',
    writtenAt: 0,
  });
  if (isOver(status)) return { expected: `a last mail "${status}"`, isRight: (_, kind) => kind === status };
  if (status === 'pending')
    return {
      expected: `a last mail "pending" of ${short}`,
      isRight: ({ subject }, kind) => kind === 'pending' && subject.includes(short),
    };
  const link = status === 'confirmed' ? conference.joinUrl : null;
  return {
    expected: `a last mail "confirmed", "rescheduled" or "link_ready" of ${short}${link === null ? '' : ` with ${link}`}`,
    isRight: ({ subject, text }, kind) =>
      ['confirmed', 'rescheduled', 'link_ready'].includes(kind) &&
      subject.includes(short) &&
      (link === null || text.includes(link)),
  };
}
