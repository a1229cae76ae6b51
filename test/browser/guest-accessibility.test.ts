import { beforeAll, expect, test } from 'vitest';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { type Cast, gatherCast } from './every-page/cast.ts';
import { guestPages, pagesWithoutScripts } from './every-page/guest-pages.ts';
import { inspectControls } from './every-page/inspect-controls.ts';
import { inspectPage } from './every-page/inspect-page.ts';
import { visit } from './every-page/visit.ts';
import { withoutScript } from './every-page/without-script.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
let cast: Cast;
beforeAll(async () => void (cast = await gatherCast(await stack.file())));

test.each(guestPages)('for guests: $name', async (state) => {
  const page = await visit(browser, cast, state);
  await page.goto(state.address(cast));
  await state.arrive(page);
  expect(await inspectPage(page)).toEqual([]);
  expect(await inspectControls(page)).toEqual([]);
});

test.each(pagesWithoutScripts)('without script: $name', async (state) => {
  const page = await visit(browser, cast, state);
  await withoutScript(page);
  await page.goto(state.address(cast));
  await state.arrive(page);
  expect(await inspectPage(page)).toEqual([]);
});
