import type { SimAccount } from '../core/accounts.ts';
import { type Events, ownId } from './events.ts';

const DAY_MS = 86_400_000;

/** Appointments that every calendar has and no app of ours is to read; the ledger tells when one is. */
export function addPrivateLife(events: Events, { id: accountId }: SimAccount): void {
  if (events.of(accountId).length > 0) return;
  const tomorrow = Math.ceil(Date.now() / DAY_MS) * DAY_MS;
  for (const [summary, hour] of [
    ['Dentist', 8],
    ['Dinner with family', 19],
  ] as const) {
    const moment = (offset: number) => ({ dateTime: new Date(tomorrow + (hour + offset) * 3_600_000).toISOString() });
    const fields = { summary, start: moment(0), end: moment(1) };
    events.add({ id: ownId(), accountId, fields, conference: null, isPrivate: true });
  }
}
