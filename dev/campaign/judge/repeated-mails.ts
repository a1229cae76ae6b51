import type { ReceivedMail } from '../received-mail.ts';
import type { MailRow, ObservedBooking } from '../observed.ts';
import { rowOf } from './last-mails.ts';
import type { Rule, Violation } from './verdict.ts';

const READERS = ['guest', 'host'] as const;

const copiesOf = ({ inbox }: ObservedBooking): ReceivedMail[][] =>
  READERS.flatMap((reader) => [...Map.groupBy(inbox[reader], ({ messageId }) => messageId).values()]);

/** What comes again under one Message-ID is the same to the byte, and comes again only where its answer may be lost. */
export const judgeCopies: Rule = ({ bookings, mayRepeatMails }) =>
  bookings.flatMap((booking) =>
    copiesOf(booking).flatMap((copies) => {
      const about = `${booking.guest.label}, ${rowOf(booking, copies[0] as ReceivedMail)?.kind ?? 'no row'}`;
      const [first] = copies;
      if (first === undefined || copies.length === 1) return [];
      const isSame = copies.every(({ digest }) => digest === first.digest);
      const wasNeeded = mayRepeatMails || copies.slice(0, -1).every(({ answered }) => !answered);
      const seen = copies.map(
        ({ digest, subject, answered }) => `${digest} "${subject}" ${answered ? 'taken' : 'lost'}`,
      );
      const told = (expected: string) => ({ rule: 'copies', about, expected, seen: seen.join('; ') });
      return [
        ...(isSame ? [] : [told('the same bytes under one Message-ID')]),
        ...(wasNeeded ? [] : [told('no copy of a mail that was taken')]),
      ];
    }),
  );

/** Every mail that came has its row and counts as sent or as not known to be; every mail that counts as sent came. */
export const judgeSent: Rule = ({ bookings }) =>
  bookings.flatMap((booking) => {
    const { guest, mails } = booking;
    const came = READERS.flatMap((reader) => booking.inbox[reader].map((mail) => rowOf(booking, mail)));
    const ids = new Set(came.map((row) => row?.id));
    const about = guest.label;
    return [
      ...(ids.has(undefined) ? [{ rule: 'sent mails', about, expected: 'a row for each mail', seen: 'none' }] : []),
      ...mails
        .filter(({ id, state }) => state === 'sent' && !ids.has(id))
        .map(({ kind, recipient }) => ({
          rule: 'sent mails',
          about,
          expected: 'what counts as sent has come',
          seen: `${kind} to the ${recipient} has not`,
        })),
    ];
  });

/** One occasion, one mail: there are no more mails of a kind than there were occasions for it. */
export const judgeRepetition: Rule = ({ bookings }) =>
  bookings.flatMap((booking) =>
    READERS.flatMap((reader) => {
      const rows = new Set(booking.inbox[reader].flatMap((mail) => rowOf(booking, mail) ?? []));
      return [...Map.groupBy(rows, ({ kind }) => kind)].flatMap(([kind, all]) => overfull(booking, reader, kind, all));
    }),
  );

function overfull(booking: ObservedBooking, reader: string, kind: string, rows: readonly MailRow[]): Violation[] {
  const most = occasions(booking, kind);
  if (rows.length <= most) return [];
  const about = `${booking.guest.label}, to the ${reader}`;
  const seen = rows.map(({ cause }) => cause).join(', ');
  return [{ rule: 'repetition', about, expected: `at most ${most} × "${kind}"`, seen: `${rows.length}: ${seen}` }];
}

/** How often something happened that a mail of this kind tells, by the booking's timeline. */
function occasions({ events, conferences }: ObservedBooking, kind: string): number {
  const count = (...kinds: string[]) => events.filter((event) => kinds.includes(event.kind)).length;
  switch (kind) {
    case 'confirmed':
      return Math.max(1, count('confirmed')) + count('resent');
    case 'pending':
      return 1 + count('rescheduled');
    case 'rescheduled':
      return count('rescheduled', 'proposal_confirmed');
    case 'link_ready':
      return conferences.length + count('link_set');
    case 'reminder':
      return 1 + count('rescheduled', 'proposal_confirmed', 'confirmed');
    case 'proposed':
    case 'proposal_declined':
    case 'proposal_expired':
    case 'proposal_withdrawn':
    case 'reschedule_asked':
      return count(kind);
    case 'link_missing':
    case 'changed_at_provider':
      return Infinity;
    default:
      return 1;
  }
}
