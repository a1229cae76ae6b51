import { PERSONAL_TENANT } from './manifest.ts';

/** One account for good: addresses and names change hands, tenant and object id do not. */
export function accountIdOf(tenant: string, objectId: string): string {
  return `${tenant}.${objectId}`;
}

/** Whether an account is a personal one, by its tenant. */
export function isPersonal(accountId: string): boolean {
  return accountId.startsWith(`${PERSONAL_TENANT}.`);
}
