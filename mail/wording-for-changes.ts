import type { Wording } from '#mail/letter.ts';
import { providerOf } from '#mail/meeting-link.ts';
import type { BookingMail, ProviderChange } from '#mail/message.ts';
import { peopleOf } from '#mail/people.ts';
import { type HostTexts, hostTextsOf } from '#mail/texts.ts';
import { whenOf } from '#mail/times.ts';

/** What the host is told of a change at the provider that the booking did not follow. */
export function changeWording(mail: BookingMail): Wording {
  const t = hostTextsOf(mail);
  const { providerChange } = mail.booking;
  const names = { provider: providerOf(mail), guest: peopleOf(mail).guest };
  switch (providerChange?.kind) {
    case 'moved':
      return moved(mail, providerChange, names, t);
    case 'timeless':
      return {
        tone: 'waiting',
        badge: t('host.timeless.badge', names),
        heading: t('host.timeless.heading', names),
        sentences: [t('host.timeless.text', names), t('host.timeless.advice')],
      };
    case 'recovered':
      return {
        tone: 'waiting',
        badge: t('host.restored.badge', names),
        heading: t('host.restored.heading', names),
        sentences: [t('host.restored.text', names), t('host.restored.advice', names)],
      };
    case 'removed':
    case undefined:
      return {
        tone: 'waiting',
        badge: t('host.deleted.badge', names),
        heading: t('host.deleted.heading', names),
        sentences: [t('host.deleted.text', names), t('host.deleted.advice')],
      };
  }
}

interface Names {
  readonly provider: string;
  readonly guest: string;
}

function moved(
  { booking }: BookingMail,
  { startsAt, endsAt, bySettings }: Extract<ProviderChange, { kind: 'moved' }>,
  names: Names,
  t: HostTexts,
): Wording {
  const said = { ...names, when: whenOf(startsAt, endsAt, booking).full };
  return {
    tone: 'waiting',
    badge: t('host.moved.badge', names),
    heading: t('host.moved.heading', names),
    sentences: bySettings
      ? [t('host.moved.as_set', said), t('host.moved.as_set_advice', names)]
      : [t('host.moved.impossible', said), t('host.moved.impossible_advice', names)],
  };
}
