import type { SimAccount } from '../core/accounts.ts';
import type { VendorState } from '../core/vendor.ts';

/** The scopes of our Marketplace app; Zoom takes none from the authorize URL. */
const APP_SCOPES = [
  'user:read:user',
  'meeting:write:meeting',
  'meeting:read:meeting',
  'meeting:update:meeting',
  'meeting:delete:meeting',
  'meeting:read:list_meetings',
] as const;

export type ZoomScope = (typeof APP_SCOPES)[number];

/** The app's scopes as they are now. Trait `withheldScopes` (texts) plays an app whose scopes were changed. */
export function currentScopes({ accounts }: VendorState, account: SimAccount | null): readonly string[] {
  const withheld = accounts.trait<readonly string[]>(account?.id ?? null, 'withheldScopes', []);
  return APP_SCOPES.filter((scope) => !withheld.includes(scope));
}
