import type { ActivityDeps } from '#activities/deps.ts';
import { sendBesideWorkflow } from '#activities/mails/send-mails.ts';
import { describeError, log } from '#log';

/** So many in one worker take so many bookings at a time and see to one after the other: no more than write to the mail server side by side. */
const TAKERS = 3;
const TAKEN = 3;

/**
 * Sends every reminder that is due, the longest due first, until none is left or `stopped` says so. Each worker does this
 * beside its workflows: at nine thousands are due, and to wake a workflow for each would cost Temporal and the workers five
 * times what the mails do (docs/performance.md). What a mail server does not take comes again as the booking's plan says.
 */
export async function sendReminders(deps: ActivityDeps, stopped: AbortSignal): Promise<void> {
  const first = await takeDue(deps);
  if (first.length === 0) return;
  const take = async (bookings: readonly string[]) => {
    for (let taken = bookings; taken.length > 0 && !stopped.aborted; taken = await takeDue(deps))
      for (const id of taken) await remindOf(deps, id);
  };
  const others = Array.from({ length: TAKERS - 1 }, async () => take(await takeDue(deps)));
  await Promise.all([take(first), ...others]);
}

/**
 * Takes bookings whose reminder is due, for as long as a mail's lease: then they are due again, unless a plan has said
 * otherwise. One that is locked, since something else happens to it, waits for the next round.
 */
async function takeDue({ orm, config }: ActivityDeps): Promise<string[]> {
  const rows = await orm.em.fork().execute<{ id: string }[]>(
    `with due as materialized (
       select b.id from due_bookings d join bookings b on b.id = d.booking_id and b.next_reminder_at = d.next_reminder_at
        where d.next_reminder_at <= now() order by d.next_reminder_at limit ${TAKEN} for update of b skip locked)
     update bookings b set next_reminder_at = now() + interval '1 millisecond' * ?
       from due where b.id = due.id returning b.id`,
    [config.MAIL_LEASE_MS],
  );
  return rows.map(({ id }) => id);
}

async function remindOf(deps: ActivityDeps, booking: string): Promise<void> {
  await sendBesideWorkflow(deps, booking).catch((error: unknown) =>
    log.warn({ booking, ...describeError(error) }, 'reminder not sent'),
  );
}
