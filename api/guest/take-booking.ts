import { book } from '#commands/bookings/book.ts';
import type { EventType } from '#db/entities/event-type.ts';
import type { Em } from '#db/host-transaction.ts';
import { type AddedGuest, distinctGuests } from '#domain/further-guests.ts';
import type { HourCycle } from '#domain/locale.ts';
import { mailboxOf } from '#domain/mailbox.ts';
import { says } from '#messages/says.ts';
import { Problem } from '../problem.ts';
import type { Call } from '../operation.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { networkOf } from '../client-address.ts';
import { findPublic } from './find-public.ts';
import { checkHoldCap, networkMark } from './hold-cap.ts';
import { loadForGuest, presentMade } from './present.ts';
import type { GuestBooking } from './schema.ts';

interface Asked {
  readonly startsAt: string;
  readonly guest: {
    readonly name: string;
    readonly email: string;
    readonly timeZone: string;
    readonly locale?: string | undefined;
    readonly hourCycle?: HourCycle | undefined;
  };
  readonly answers: Readonly<Record<string, string | boolean>>;
  readonly guests: readonly AddedGuest[];
  readonly phone?: string | undefined;
  readonly durationMinutes?: number | undefined;
  readonly location?: string | undefined;
  readonly website?: string | undefined;
  readonly isPerson?: boolean | undefined;
}

const UNSEEN = {
  detail: says('said.person_unconfirmed'),
};

type Asking = Pick<Call<{ handle: string; slug: string }, unknown, unknown>, 'ctx' | 'deps' | 'em' | 'now' | 'params'>;

/** Takes a guest's booking within the limits of address, mailbox and host; returns it as its guest sees it. */
export async function takeBooking(
  { ctx, deps, em, now, params }: Asking,
  { website, isPerson = false, phone, durationMinutes, location, guests: added, ...asked }: Asked,
  idempotencyKey?: string,
): Promise<GuestBooking> {
  // People do not see this field: what fills it in is a robot, or a browser that a second step can tell from one.
  if (website !== undefined && website !== '' && !isPerson) throw new Problem('person_unconfirmed', UNSEEN);
  const { host, eventType, link } = await findPublic({ em, deps }, params.handle, params.slug);
  const mayAsk = () => deps.limits.spend('bookingByAddress', networkOf(ctx.ip));
  const network = networkMark(deps.config, ctx.ip);
  const guests = distinctGuests(added, [asked.guest.email, host.email]).map(withoutUndefined);
  const wanted = {
    handle: host.handle,
    slug: params.slug,
    ...asked,
    guest: withoutUndefined(asked.guest),
    ...(guests.length > 0 && { guests }),
    requestedFrom: network,
    startsAt: new Date(asked.startsAt),
    ...withoutUndefined({ phone, durationMinutes, location }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  };
  const mayBook = async (booking: Em, { requiresConfirmation }: EventType) => {
    await deps.limits.spendWithin(booking, ctx.ip, [
      { budget: 'bookingOfHost', whose: host.id },
      ...(guests.length > 0 ? [{ budget: 'guestOfHost' as const, whose: host.id, cost: guests.length }] : []),
      ...mailboxes(asked.guest, guests).map((whose) => ({ budget: 'bookingByMailbox' as const, whose })),
    ]);
    if (!requiresConfirmation) return;
    const asking = { hostId: host.id, email: asked.guest.email, network, now };
    await checkHoldCap(booking, asking, deps.config.RATE_LIMIT_SCALE);
  };
  const { bookingId, made } = await book(deps, wanted, { eventType, link: link?.id, mayAsk, mayBook });
  return made === null ? loadForGuest(deps, bookingId) : presentMade(deps, made);
}

/** Each mailbox that a booking mails to, once and in one order, so that bookings with the same people never deadlock. */
const mailboxes = (guest: { readonly email: string }, guests: readonly AddedGuest[]): string[] =>
  [...new Set([guest, ...guests].map(({ email }) => mailboxOf(email)))].toSorted();
