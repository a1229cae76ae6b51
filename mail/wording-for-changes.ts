import type { Wording } from '#mail/letter.ts';
import type { MailedBooking, ProviderChange } from '#mail/message.ts';
import { whenOf } from '#mail/times.ts';

/** What the host is told of a change at the provider that the booking did not follow. */
export function changeWording(
  { providerChange, readerTimeZone }: MailedBooking,
  guest: string,
  label: string,
): Wording {
  switch (providerChange?.kind) {
    case 'moved':
      return moved(providerChange, readerTimeZone, guest, label);
    case 'recovered':
      return recovered(guest, label);
    case 'removed':
    case undefined:
      return removed(guest, label);
  }
}

type Move = Extract<ProviderChange, { kind: 'moved' }>;

function moved({ startsAt, endsAt, bySettings }: Move, timeZone: string, guest: string, label: string): Wording {
  const { full } = whenOf(startsAt, endsAt, timeZone);
  const why = bySettings
    ? 'By your settings the booking keeps its time below'
    : 'The booking cannot follow, since that time is taken by another booking or no time ahead; it keeps its own below';
  return {
    tone: 'waiting',
    badge: `Moved in ${label}`,
    heading: `The ${label} meeting and the booking differ`,
    sentences: [
      `The meeting was moved in ${label} to ${full}. ${why}, and ${guest} was not told.`,
      bySettings
        ? `Reschedule the booking to the new time, or move the meeting back in ${label}.`
        : `Move the meeting back in ${label}, or reschedule the booking to a time that suits you both.`,
    ],
  };
}

function removed(guest: string, label: string): Wording {
  return {
    tone: 'waiting',
    badge: `Deleted in ${label}`,
    heading: `The ${label} meeting was deleted`,
    sentences: [
      `By your settings the booking with ${guest} stands, but its link no longer works, and ${guest} was not told.`,
      'Press “Resend” on the booking to have a new meeting made and its link mailed, or cancel the booking.',
    ],
  };
}

function recovered(guest: string, label: string): Wording {
  return {
    tone: 'waiting',
    badge: `Back in ${label}`,
    heading: `The ${label} meeting of an ended booking is back`,
    sentences: [
      `The booking with ${guest} has ended, but its meeting was brought back in ${label}. We left it there, and ${guest} was not told.`,
      `If you don't need it, delete it in ${label}; if you still want to meet, book a new time.`,
    ],
  };
}
