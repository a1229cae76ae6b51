import type { Em } from '#db/host-transaction.ts';

/**
 * What is wanted of the meeting has changed: back-offs of the former wish end, and so does what kept a meeting that
 * exists from being moved. A mere signal never does this.
 */
export async function letConferenceActAnew(em: Em, bookingId: string): Promise<void> {
  await em.execute(
    `update conferences set retry_at = null, failures = 0, problem = case when state = 'live' then null else problem end
      where booking_id = ? and state in ('intended', 'live', 'deleting')`,
    [bookingId],
  );
}

/**
 * A host asks again for a meeting that was refused: the problem is forgotten and the create tried anew. A meeting for
 * which no link will come gives way to another one, if `replace` says that one can be made.
 */
export async function forgetProblem(em: Em, bookingId: string, { replace }: { replace: boolean }): Promise<void> {
  if (replace)
    await em.execute(
      `update conferences set state = 'deleting'
        where booking_id = ? and state = 'live' and join_url is null and (problem is not null or not link_expected)`,
      [bookingId],
    );
  await letConferenceActAnew(em, bookingId);
  await em.execute(
    `update conferences set problem = null, link_expected = true where booking_id = ? and state in ('intended', 'live')`,
    [bookingId],
  );
}
