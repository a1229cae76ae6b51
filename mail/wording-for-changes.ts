import type { Wording } from '#mail/letter.ts';
import type { MailedBooking, ProviderChange } from '#mail/message.ts';
import { type ReaderTime, whenOf } from '#mail/times.ts';

/** What the host is told of a change at the provider that the booking did not follow. */
export function changeWording({ providerChange, ...readerTime }: MailedBooking, guest: string, label: string): Wording {
  switch (providerChange?.kind) {
    case 'moved':
      return moved(providerChange, readerTime, guest, label);
    case 'timeless':
      return timeless(guest, label);
    case 'recovered':
      return recovered(guest, label);
    case 'removed':
    case undefined:
      return removed(guest, label);
  }
}

type Move = Extract<ProviderChange, { kind: 'moved' }>;

function moved({ startsAt, endsAt, bySettings }: Move, readerTime: ReaderTime, guest: string, label: string): Wording {
  const { full } = whenOf(startsAt, endsAt, readerTime);
  const why = bySettings
    ? 'As you set in your account, the booking keeps its time below'
    : 'The booking couldn’t follow, because that time is already booked or has passed; it keeps its time below';
  return {
    tone: 'waiting',
    badge: `Moved in ${label}`,
    heading: `The ${label} meeting and the booking differ`,
    sentences: [
      `The meeting was moved in ${label} to ${full}. ${why}, and we haven’t told ${guest}.`,
      bySettings
        ? `Reschedule the booking to the new time, or move the meeting back in ${label}.`
        : `Move the meeting back in ${label}, or reschedule the booking to a time that suits you both.`,
    ],
  };
}

function timeless(guest: string, label: string): Wording {
  return {
    tone: 'waiting',
    badge: `No time in ${label}`,
    heading: `The ${label} meeting has no time of day`,
    sentences: [
      `The meeting was changed in ${label} and has no time of day there any more. The booking keeps its time below, its link still works, and we haven’t told ${guest}.`,
      'If you change the time, do it on the booking.',
    ],
  };
}

function removed(guest: string, label: string): Wording {
  return {
    tone: 'waiting',
    badge: `Deleted in ${label}`,
    heading: `The ${label} meeting was deleted`,
    sentences: [
      `As you set in your account, we kept the booking with ${guest}. Its link no longer works, and we haven’t told ${guest}.`,
      'Open the booking and click “Resend confirmation” to create a new meeting and email its link, or cancel the booking.',
    ],
  };
}

function recovered(guest: string, label: string): Wording {
  return {
    tone: 'waiting',
    badge: `Back in ${label}`,
    heading: `The ${label} meeting of an ended booking is back`,
    sentences: [
      `The booking with ${guest} has ended, but its meeting was restored in ${label}. We left it there and haven’t told ${guest}.`,
      `If you don’t need it, delete it in ${label}. If you still want to meet, book a new time.`,
    ],
  };
}
