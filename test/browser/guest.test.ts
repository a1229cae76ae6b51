import { describe, expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { SCENARIOS } from './guest-scenarios.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);

describe.each([
  { mode: 'with scripts', hasScripts: true },
  { mode: 'without scripts', hasScripts: false },
])('$mode', ({ hasScripts }) => {
  const newVisitor = () => browser.newVisitor({ javaScriptEnabled: hasScripts });
  test.each(SCENARIOS)('$name', async ({ play }) => {
    await expect(play({ hasScripts, hasDialog: hasScripts, setScene, browser, newVisitor })).resolves.toBeUndefined();
  });
});
