import { createHash } from 'node:crypto';

/** Tenant of every personal account. */
export const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

const PERSONAL_DOMAINS = new Set(['outlook.com', 'hotmail.com', 'live.com', 'outlook.example', 'hotmail.example']);

/** A person as Entra knows them: object id and tenant, the same on every machine. */
export interface Identity {
  readonly tenant: string;
  readonly objectId: string;
}

/** Personal accounts share one tenant; every other domain is a tenant of its own. */
export function identityOf(email: string): Identity {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  const hex = digest(email);
  if (PERSONAL_DOMAINS.has(domain))
    return { tenant: PERSONAL_TENANT, objectId: `00000000-0000-0000-${hex.slice(0, 4)}-${hex.slice(4, 16)}` };
  return { tenant: uuidFrom(digest(`tenant ${domain}`)), objectId: uuidFrom(hex) };
}

/** The simulators' id of an account: what no two people in the world share. */
export function accountIdOf(email: string): string {
  const { tenant, objectId } = identityOf(email);
  return `${tenant}.${objectId}`;
}

export function isPersonal(email: string): boolean {
  return identityOf(email).tenant === PERSONAL_TENANT;
}

function uuidFrom(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
