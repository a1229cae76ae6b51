import { claimMails } from '#activities/mails/send-mails.ts';
import { withCallSlot } from '#activities/provider-calls/call-slot.ts';
import { takeLease } from '#activities/meetings/lease.ts';
import { takeTokenLease } from '#commands/connections/token-lease.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { makeLive, plan } from '#test/fixtures/workshop.ts';
import { bookAtZoom, connect, outcome } from './at-zoom.ts';
import type { Expiring, Place } from './expiring.ts';

/** Exclusive rights of workers: after their end another may take over. */
export const leasesOf = (place: Place): Expiring[] => [
  {
    what: 'the right to call about one meeting',
    table: 'conferences',
    column: 'lease_until',
    life: place.config.CALL_LEASE_MS / 1_000,
    before: 'lease_held',
    after: 'ok',
    make: async () => {
      const id = (await bookAtZoom(place)).planned.conference?.conferenceId ?? '';
      await takeLease(place, id);
      return { row: ['id = ?', id], attempt: () => outcome(takeLease(place, id)) };
    },
  },
  {
    what: 'how long a write with unknown outcome may still take effect',
    table: 'conferences',
    column: 'write_may_land_until',
    life: place.config.LOOK_AGAIN_MS / 1_000,
    before: null,
    after: 'reconcileMeeting',
    make: async () => {
      const { id, planned } = await bookAtZoom(place);
      const meeting = planned.conference?.conferenceId ?? '';
      await makeLive(place, id);
      await takeLease(place, meeting);
      await place.orm.em.fork().execute('update conferences set lease_until = now() where id = ?', [meeting]);
      await (await takeLease(place, meeting)).release();
      return { row: ['id = ?', meeting], attempt: async () => (await plan(place, id)).conference?.action ?? null };
    },
  },
  {
    what: 'a call slot of an account',
    table: 'call_slots',
    column: 'lease_until',
    life: place.config.MEETING_ATTEMPT_MS / 1_000,
    before: 'no_call_slot',
    after: 'ok',
    make: async () => {
      const { id } = (await connect(place)).connection;
      const isTaken = Promise.withResolvers<void>();
      // As a killed worker's call: it never ends.
      const call = () => new Promise<never>(() => isTaken.resolve());
      void withCallSlot(place, id, 1, call);
      await isTaken.promise;
      return {
        row: ['connection_id = ?', id],
        attempt: () => outcome(withCallSlot(place, id, 1, async () => 'called')),
      };
    },
  },
  {
    what: 'the right to refresh a token',
    table: 'connection_tokens',
    column: 'lease_until',
    life: place.config.CALL_LEASE_MS / 1_000,
    before: 'held',
    after: 'taken',
    make: async () => {
      const connectionId = (await connect(place)).connection.id;
      const take = async () => ((await takeTokenLease(place, { connectionId })) === null ? 'held' : 'taken');
      await take();
      return { row: ['connection_id = ?', connectionId], attempt: take };
    },
  },
  {
    what: 'a claim of a mail',
    table: 'email_deliveries',
    column: 'claimed_until',
    life: place.config.MAIL_LEASE_MS / 1_000,
    before: 'nothing to send',
    after: 'confirmed',
    make: async () => {
      const id = await bookTime(place, await makeEventType(place, await makeHost(place)), at(0));
      const claim = async () => (await claimMails(place, id))[0]?.mail.kind ?? 'nothing to send';
      await claim();
      return { row: ['booking_id = ?', id], attempt: claim };
    },
  },
];
