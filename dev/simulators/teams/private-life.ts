import type { SimAccount } from '../core/accounts.ts';
import type { Events } from './events.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Appointments that every calendar has and no app of ours is to read; the ledger tells when one is. */
export function addPrivateLife(events: Events, { id: accountId }: SimAccount): void {
  if (events.of(accountId).length > 0) return;
  const tomorrow = Math.ceil(Date.now() / DAY_MS) * DAY_MS;
  for (const [subject, hour] of [
    ['Dentist', 8],
    ['Dinner with family', 19],
  ] as const) {
    const startsAt = tomorrow + hour * HOUR_MS;
    events.add({
      accountId,
      subject,
      content: '',
      startsAt,
      endsAt: startsAt + HOUR_MS,
      online: null,
      transactionId: null,
      askedFor: '',
      properties: [],
      isPrivate: true,
    });
  }
}
