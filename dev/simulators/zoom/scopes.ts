import type { SimAccount } from '../core/accounts.ts';
import type { SimulatorState } from '../core/simulator.ts';

/** The scopes of our Marketplace app; Zoom takes none from the authorize URL. */
const APP_SCOPES = {
  'user:read:user': 'View a user',
  'meeting:write:meeting': 'Create a meeting for a user',
  'meeting:read:meeting': 'View a meeting',
  'meeting:update:meeting': 'Update a meeting',
  'meeting:delete:meeting': 'Delete a meeting',
  'meeting:read:list_meetings': "View a user's meetings",
} as const;

export type ZoomScope = keyof typeof APP_SCOPES;

export const describeScope = (scope: string): string => APP_SCOPES[scope as ZoomScope];

/** The app's scopes as they are now. Trait `withheldScopes` (texts) plays an app whose scopes were changed. */
export function currentScopes({ accounts }: SimulatorState, account: SimAccount | null): readonly string[] {
  const withheld = accounts.trait<readonly string[]>(account?.id ?? null, 'withheldScopes', []);
  return Object.keys(APP_SCOPES).filter((scope) => !withheld.includes(scope));
}
