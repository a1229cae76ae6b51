import { describe, expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { CHANGES_OF_MIND } from './guest-scenarios.ts';
import { addressOf, dayAhead } from './guest-steps.ts';
import { takeAwayWhatIsNewer } from './old-browser.ts';
import { reportZone } from './report-zone.ts';
import { translatePages } from './translate-pages.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);

describe.each([
  { where: 'in a browser of six years ago', prepare: takeAwayWhatIsNewer, hasDialog: false },
  { where: 'while the browser translates the pages', prepare: translatePages, hasDialog: true },
])('$where', ({ prepare, hasDialog }) => {
  const newVisitor = async () => {
    const visitor = await browser.newVisitor();
    await prepare(visitor.page.context());
    return visitor;
  };
  test.each(CHANGES_OF_MIND)('$name', async ({ play }) => {
    await expect(play({ hasScripts: true, hasDialog, setScene, browser, newVisitor })).resolves.toBeUndefined();
  });
});

test.each(['Etc/Unknown', 'Foo/Bar', '', undefined])(
  'a browser whose time zone is %j is shown the host’s',
  async (zone) => {
    const scene = await setScene({ rules: { slotIntervalMinutes: 30 } });
    const { page } = await browser.newVisitor();
    await reportZone(page.context(), zone);
    await page.goto(addressOf(scene.page, { date: dayAhead() }));
    await page.getByText('We couldn’t tell your time zone, so times are shown in the host’s.').waitFor();
    await page.getByRole('link', { name: /Time zone: Berlin/ }).waitFor();
    await page.getByRole('link', { name: '10:00', exact: true }).click();
    await expect.poll(() => page.getByText('10:00 – 10:30').count()).toBe(1);
  },
);
