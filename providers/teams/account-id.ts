/** Tenant under which every personal Microsoft account signs in. */
const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Identifies an account permanently: addresses and names change hands, tenant and object id do not. */
export function accountIdOf(tenant: string, objectId: string): string {
  return `${tenant}.${objectId}`;
}

/** Whether an account is a personal one, by its tenant. */
export function isPersonal(accountId: string): boolean {
  return accountId.startsWith(`${PERSONAL_TENANT}.`);
}
