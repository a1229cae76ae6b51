import { beforeAll, expect, test } from 'vitest';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { type Cast, gatherCast } from './every-page/cast.ts';
import { hostPages } from './every-page/host-pages.ts';
import { inspectControls } from './every-page/inspect-controls.ts';
import { inspectPage } from './every-page/inspect-page.ts';
import { visit } from './every-page/visit.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
let cast: Cast;
beforeAll(async () => void (cast = await gatherCast(await stack.file())));

test.each(hostPages)('for hosts: $name', async (state) => {
  const page = await visit(browser, cast, state);
  await page.goto(state.address(cast));
  await state.arrive(page);
  expect(await inspectPage(page)).toEqual([]);
  expect(await inspectControls(page)).toEqual([]);
});

test('for hosts: what an open menu offers can be read in every state', async () => {
  const { page } = await browser.openAs(cast.host);
  await page.goto('/user/account');
  await page.getByRole('button', { name: /account menu/ }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).waitFor();
  expect(await inspectControls(page)).toEqual([]);
});
