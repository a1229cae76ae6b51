import { expect, test } from 'vitest';
import { accountIdOf } from './account-id.ts';
import { manifest } from './manifest.ts';

const OBJECT = '0199b7aa-1111-4222-8333-444455556666';

test.each([
  ['a personal account', '9188040d-6c67-4c5b-b112-36a304b66dad', 'https://account.live.com/consent/Manage'],
  ['an account of work or school', '72f988bf-86f1-41af-91ab-2d7cd011db47', 'https://myapps.microsoft.com'],
])('%s finds the apps with access on its own page', (_name, tenant, page) => {
  expect(manifest.manageAccessUrlOf?.(accountIdOf(tenant, OBJECT))).toBe(page);
});
