import type { Em } from '#db/host-transaction.ts';

/** Ends every mailed link of an account that logs in or sets a password, used or not. */
export async function revokeLoginLinks(em: Em, hostId: string): Promise<void> {
  await em.execute(
    `delete from verifications v using users u
      where u.id = ? and (v.value = u.id::text or position('"' || lower(u.email) || '"' in lower(v.value)) > 0)`,
    [hostId],
  );
}
