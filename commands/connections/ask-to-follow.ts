import type { CommandDeps } from '#commands/shared/deps.ts';

/** A notification or a poll showed another state than the booking knows: its workflow is to read again and decide. */
export async function askToFollow(deps: CommandDeps, conferenceId: string): Promise<void> {
  const em = deps.orm.em.fork();
  const [row] = await em.execute<{ booking_id: string }[]>(
    `update conferences set follow_asked_at = ? where id = ? and state = 'live' returning booking_id`,
    [deps.now(), conferenceId],
  );
  if (row === undefined) return;
  await em.execute(`update bookings set next_wake_at = ? where id = ?`, [deps.now(), row.booking_id]);
  await deps.signals.booking(row.booking_id, 'providerChanged');
}
