import { randomBytes } from 'node:crypto';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { CalendarFeed } from '#db/entities/calendar-feed.ts';
import { hostTransaction } from '#db/host-transaction.ts';
import { sha256 } from '#sha256';

/** What of a feed's token is stored. */
export const hashOfFeedToken = (token: string): string => sha256(token);

/**
 * Makes the address at which calendar programs read a host's bookings, or a new one; a former one stops working at once.
 * `token` is told this once.
 */
export async function renewCalendarFeed(deps: CommandDeps, { hostId }: { readonly hostId: string }) {
  const token = randomBytes(32).toString('base64url');
  const feed = await hostTransaction(deps.orm, hostId, async (em) => {
    await em.nativeDelete(CalendarFeed, { host: hostId });
    return em.create(CalendarFeed, { host: hostId, hash: hashOfFeedToken(token), createdAt: deps.now() });
  });
  return { token, feed };
}

/** Ends the address at once; where there is none nothing happens. */
export async function revokeCalendarFeed({ orm }: CommandDeps, { hostId }: { readonly hostId: string }): Promise<void> {
  await orm.em.fork().nativeDelete(CalendarFeed, { host: hostId });
}

/** Notes that a calendar program has read the bookings; to the minute is enough. */
export async function noteReadingOfFeed({ orm }: Pick<CommandDeps, 'orm'>, { host }: CalendarFeed): Promise<void> {
  await orm.em.fork().execute(
    `update calendar_feeds set last_read_at = now()
        where host_id = ? and (last_read_at is null or last_read_at < now() - interval '1 minute')`,
    [host],
  );
}
