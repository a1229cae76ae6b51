import type { Em } from '#db/host-transaction.ts';

/** Ends every mailed link of an account, used or not: those that log in or set a password, and to a contact address. */
export async function revokeLoginLinks(em: Em, hostId: string): Promise<void> {
  await em.execute(
    `delete from verifications v using users u
      where u.id = ? and (v.value = u.id::text or position('"' || u.id || '"' in v.value) > 0
        or position('"' || lower(u.email) || '"' in lower(v.value)) > 0)`,
    [hostId],
  );
}
