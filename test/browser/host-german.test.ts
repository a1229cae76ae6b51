import { beforeAll, expect, test } from 'vitest';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { type Cast, gatherCast } from './every-page/cast.ts';
import { inspectControls } from './every-page/inspect-controls.ts';
import { inspectPage } from './every-page/inspect-page.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
let cast: Cast;
beforeAll(async () => void (cast = await gatherCast(await stack.file())));

type State = readonly [
  heading: string,
  as: 'host' | 'forsaken' | 'newcomer' | undefined,
  address: (cast: Cast) => string,
];

const STATES: readonly State[] = [
  ['Anmelden', undefined, () => '/login'],
  ['Konto erstellen', undefined, () => '/login?mode=sign-up'],
  ['Buchungsseite einrichten', 'newcomer', () => '/bookings'],
  ['Buchungen', 'host', () => '/bookings'],
  ['Woche', 'host', () => '/bookings?week=2027-01-01'],
  ['Intro call mit Sam Guest', 'host', ({ moved }) => `/bookings/${moved.id}`],
  ['Terminarten', 'host', () => '/scheduler/event-types'],
  ['Anywhere', 'host', ({ choosingId }) => `/scheduler/event-types/${choosingId}`],
  ['Verfügbarkeit', 'host', () => '/scheduler/availability'],
  ['Integrationen', 'forsaken', () => '/user/integrations'],
  ['Konto', 'host', () => '/user/account'],
];

test.each(STATES)('in German: %s', async (heading, as, address) => {
  const german = { locale: 'de-DE' };
  const { page } = as === undefined ? await browser.newVisitor(german) : await browser.openAs(cast[as], german);
  await page.goto(address(cast));
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await inspectPage(page)).toEqual([]);
  expect(await inspectControls(page)).toEqual([]);
});

/** What the server says in English, as German pages say it. */
const OF_SERVER: readonly (readonly [sentence: string, as: 'host' | 'forsaken', address: (cast: Cast) => string])[] = [
  ['Hat diese Zeit gebucht.', 'host', ({ moved }) => `/bookings/${moved.id}`],
  ['Bestätigung an den Gast gemailt.', 'host', ({ moved }) => `/bookings/${moved.id}`],
  ['Ihren Namen und Ihre E-Mail-Adresse sehen', 'forsaken', () => '/user/integrations'],
  ['Insytical wurde in Zoom entfernt.', 'forsaken', () => '/user/integrations'],
];

test.each(OF_SERVER)('in German: %s', async (sentence, as, address) => {
  const { page } = await browser.openAs(cast[as], { locale: 'de-DE' });
  await page.goto(address(cast));
  await page.getByText(sentence).first().waitFor({ state: 'attached' });
  expect(await page.getByText(sentence).count()).toBeGreaterThan(0);
});

test('a refused handle is explained in German', async () => {
  const { page, watch } = await browser.openAs(cast.host, { locale: 'de-DE' });
  watch.expect(/422/);
  await page.goto('/user/account');
  const handle = page.getByLabel('Kürzel', { exact: true });
  await handle.fill('a');
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await page.getByText('Mindestens 3 Zeichen.').waitFor();
  expect(await handle.getAttribute('aria-invalid')).toBe('true');
});
