import { furtherGuestToken } from '#commands/bookings/further-guest-token.ts';
import { BookingLink } from '#db/entities/booking-link.ts';
import { FurtherGuest } from '#db/entities/further-guest.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import type { Installation } from '#test/fixtures/installation.ts';
import { addressOf, dayAhead } from './guest-steps.ts';

/** What people have typed is in brackets too. */
const NAME = '⟦Robin⟧';
const at = (time: string) => `${dayAhead()}T${time}:00Z`;

/** Every state of a guest's pages that is opened by an address, by what it is about. */
export async function guestStates(api: Installation & { readonly base: string }) {
  const host = await signUp(api.base, { name: NAME });
  await host.alwaysOpen();
  const rules = { durationMinutes: 30, allowsGuests: true, changeNoticeMinutes: 1_440 };
  const question = { id: 'topic', label: '⟦Topic⟧', kind: 'text', required: true };
  const phone = await host.offer('phone', { ...rules, title: '⟦Talk⟧', slug: 'talk', questions: [question] });
  const visit = { ...rules, title: '⟦Visit⟧', slug: 'visit', requiresConfirmation: true };
  const asked = await host.offer('in_person', visit);
  const page = { handle: host.handle, slug: phone.slug };
  const guest = newGuest(api.base, { name: NAME });
  const book = (slug: string, time: string, more: object) =>
    guest.json<{ token: string }>('POST', `/api/v1/public/${host.handle}/${slug}/bookings`, {
      guest: { name: NAME, email: guest.email, timeZone: 'Europe/Berlin' },
      startsAt: at(time),
      ...more,
    });
  const answers = { topic: '⟦x⟧' };
  const booked = await book(phone.slug, '09:00', { answers, guests: [{ email: 'further@example.org' }] });
  const requested = await book(asked.slug, '11:00', {});
  const [used, expired] = await Promise.all(
    [1, 2].map(() => host.json<{ url: string }>('POST', `/api/v1/event-types/${asked.id}/links`, { singleUse: true })),
  );
  const usedPath = new URL(used?.url ?? '').pathname;
  const expiredPath = new URL(expired?.url ?? '').pathname;
  await book(usedPath.split('/').at(-1) ?? '', '12:00', {});
  const em = api.orm.em.fork();
  await em.nativeUpdate(BookingLink, { usedAt: null }, { expiresAt: new Date() });
  const further = await em.findOneOrFail(FurtherGuest, { email: 'further@example.org' });
  const booking = `/booking/${encodeURIComponent(booked.token)}`;
  return {
    'the host’s page': `/${host.handle}`,
    'choosing a time': addressOf(page, { date: dayAhead() }),
    'a month without times': addressOf(page, { month: '2027-12' }),
    'the form': addressOf(page, { slot: at('13:00') }),
    'a time that is gone': addressOf(page, { slot: at('09:00') }),
    'the time zones': addressOf(page, { choose: 'zone' }),
    'a booking': booking,
    'a booking, just made': `${booking}?news=booked`,
    'a request': `/booking/${encodeURIComponent(requested.token)}`,
    rescheduling: `${booking}?action=reschedule&date=${dayAhead()}`,
    'a new time': `${booking}?action=reschedule&slot=${encodeURIComponent(at('14:00'))}`,
    cancelling: `${booking}?action=cancel`,
    erasing: `${booking}?action=erase`,
    'leaving as a further guest': `/booking/${furtherGuestToken(api.config, further)}/leave`,
    'a further guest who has left': '/booking/unknown/leave',
    'a link that was used': usedPath,
    'a link that has expired': expiredPath,
    'a page that is not there': `/${host.handle}x/none`,
    'an event type that is not there': `/${host.handle}/none`,
    'a booking that is not there': '/booking/unknown',
    'a request that is not valid': '/support?x=%00',
    support: '/support',
    'the first page': '/',
    'the end of connecting': '/oauth/done?outcome=succeeded',
  };
}

export type GuestStates = Awaited<ReturnType<typeof guestStates>>;
