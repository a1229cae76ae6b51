import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import axe from 'axe-core';
import { expect, onTestFinished, test } from 'vitest';
import { accentTokens } from '#domain/accent.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser, type Visitor } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { embedSnippet } from '../../web/src/host/event-types/share/embed-snippet.ts';
import { inspectPage } from './every-page/inspect-page.ts';
import { dayAhead } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);

const HEARS = `<script>
  window.heard = [];
  for (const event of ['ready', 'booked', 'rescheduled', 'cancelled'])
    addEventListener('insytical:' + event, ({ detail }) => heard.push(detail));
</script>`;

/** A page of another origin with this markup; returns the origin. */
async function publishSite(markup: string): Promise<string> {
  const html = `<!doctype html><html lang="en"><head><title>A shop</title></head>
    <body><main><h1>Our shop</h1>${HEARS}${markup}</main></body></html>`;
  const site = createServer((_, response) => void response.setHeader('content-type', 'text/html').end(html));
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  onTestFinished(() => void site.close());
  return `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
}

type Opening = BrowserContextOptions & {
  /** What the browser complains of. */
  readonly expected?: readonly RegExp[];
};

/** A site opened by a guest. `Storage` is closed to frames, as third-party cookies are. */
async function visit(site: string, { expected = [], ...options }: Opening = {}): Promise<Visitor> {
  const visitor = await browser.newVisitor(options);
  for (const text of [/Request to a foreign place: http:\/\/127\.0\.0\.1/, ...expected]) visitor.watch.expect(text);
  await visitor.page.context().addInitScript(() => {
    if (window.parent === window) return;
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('closed', 'SecurityError');
        },
      });
  });
  await visitor.page.goto(site);
  return visitor;
}

const openSite = async (markup: string, opening?: Opening) => visit(await publishSite(markup), opening);

async function addressAt({ handle, slug }: { readonly handle: string; readonly slug: string }): Promise<string> {
  return `${(await stack.file()).app}/${handle}/${slug}`;
}

const heardIn = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: { event: string; startsAt?: string }[] }).heard);
const eventsIn = async (page: Page) => (await heardIn(page)).map(({ event }) => event);

test('the page of the examples shows the event type, and thanks a guest who books', async () => {
  const { page: type } = await setScene();
  const example = await readFile(join(import.meta.dirname, '../../examples/embed.html'), 'utf8');
  const { app } = await stack.file();
  const markup = example
    .replace('https://booking.example.com', app)
    .replace('ann-lee/intro-call', `${type.handle}/${type.slug}`);
  const { page } = await openSite(/<main>.*<\/script>/s.exec(markup)?.[0] ?? '');
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('#thanks').isVisible()).toBe(false);
  await page.evaluate(() => dispatchEvent(new CustomEvent('insytical:booked')));
  expect(await page.locator('#thanks').isVisible()).toBe(true);
});

test('inline on another site: booked, rescheduled and cancelled in its frame, without cookies or storage', async () => {
  const { page: type } = await setScene();
  const prefill = new URLSearchParams({
    date: dayAhead(),
    slot: `${dayAhead()}T09:00:00.000Z`,
    name: 'Sam Guest',
    email: `sam-${type.slug}@example.org`,
  });
  const snippet = embedSnippet(await addressAt(type), { way: 'inline', theme: 'dark', button: '' });
  const { page } = await openSite(
    snippet.replace('<div', `<div data-prefill="${prefill.toString().replaceAll('&', '&amp;')}"`),
  );
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { name: 'Your details' }).waitFor();
  await expect.poll(() => eventsIn(page)).toContain('ready');
  const height = () => page.locator('iframe').evaluate(({ style }) => style.height);
  await expect.poll(height).not.toBe('700px');
  expect(await frame.locator('html').evaluate((root) => getComputedStyle(root).colorScheme)).toBe('dark');
  expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).color)).toBe('rgb(233, 238, 235)');
  expect(await frame.locator('footer').isVisible()).toBe(false);
  expect(await frame.getByLabel('Name').inputValue()).toBe('Sam Guest');
  expect(await inspectPage(page)).toEqual([]);

  await frame.getByRole('button', { name: 'Confirm booking' }).click();
  await frame.getByRole('heading', { name: 'You’re booked' }).waitFor();
  await expect.poll(() => eventsIn(page)).toContain('booked');
  await frame.getByRole('link', { name: 'Reschedule' }).click();
  await frame.getByRole('link', { name: '11:30', exact: true }).click();
  await frame.getByRole('button', { name: 'Reschedule' }).click();
  await expect.poll(() => eventsIn(page)).toContain('rescheduled');
  await frame.getByRole('link', { name: 'Cancel', exact: true }).click();
  await frame.getByRole('button', { name: 'Cancel meeting' }).click();
  await expect.poll(() => eventsIn(page)).toContain('cancelled');

  const told = (await heardIn(page)).filter(({ event }) => event !== 'ready');
  expect(told.map(({ event, startsAt }) => `${event} ${startsAt?.slice(11, 16)}`)).toEqual([
    'booked 09:00',
    'rescheduled 10:30',
    'cancelled 10:30',
  ]);
  expect(JSON.stringify(told)).not.toMatch(/Sam|booking\//);
  expect((await page.context().storageState()).cookies).toEqual([]);
});

test('where guests are led on, the site hears of the booking first, and only a link leads away from it', async () => {
  const { page: type } = await setScene({ rules: { redirectUrl: 'https://thanks.example/' } });
  const query = `date=${dayAhead()}&slot=${dayAhead()}T09:00:00.000Z&name=Sam&email=sam-${type.slug}@example.org`;
  const snippet = embedSnippet(await addressAt(type), { way: 'inline', theme: '', button: '' });
  const { page } = await openSite(snippet.replace('<div', `<div data-prefill="${query.replaceAll('&', '&amp;')}"`));
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Confirm booking' }).click();
  await frame.getByText('Continue to thanks.example').waitFor();
  await expect.poll(() => eventsIn(page)).toContain('booked');
  expect(await frame.getByRole('link', { name: 'thanks.example' }).getAttribute('target')).toBe('_top');
  expect(await frame.getByText('in a moment').count()).toBe(0);
  expect(await inspectPage(page)).toEqual([]);
});

test.each([
  ['popup', 'Book a time'],
  ['floating', 'Book a time'],
])('as a %s it opens above the site, and Escape closes it', async (way, button) => {
  const { page: type } = await setScene();
  const { page } = await openSite(embedSnippet(await addressAt(type), { way, theme: '', button: 'Book a time' }));
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog', { name: 'Book a time' });
  await dialog.getByRole('button', { name: 'Close' }).waitFor();
  await page.frameLocator('iframe').getByRole('heading', { name: 'Intro call', level: 1 }).waitFor();
  await expect.poll(() => eventsIn(page)).toEqual(['ready']);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

const framedOn = ({ page }: Visitor) => page.frames().flatMap((frame) => (frame.parentFrame() ? [frame.url()] : []));

/** What a frame shows that was refused. */
const REFUSED = 'chrome-error://chromewebdata/';

test.each(['/login', '/bookings', '/user/account', '/'])('another site cannot frame %s', async (path) => {
  const { app } = await stack.file();
  const { page } = await openSite(`<iframe title="Framed" src="${app}${path}"></iframe>`, {
    expected: [/frame-ancestors 'none'/],
  });
  await expect.poll(() => page.frames().map((frame) => frame.url())).toContain(REFUSED);
});

test('a host who names sites is framed on them, before and after a booking, and refused on others', async () => {
  const { page: type, host, newGuest, freeTime } = await setScene();
  const booking = await newGuest().book(type, await freeTime(86_400_000));
  const { app } = await stack.file();
  const frames = [`${app}/${type.handle}/${type.slug}`, `${app}/${type.handle}`, `${app}/booking/${booking.token}`];
  const markup = frames.map((src) => `<iframe title="Framed" src="${src}"></iframe>`).join('');
  const [named, other] = [await publishSite(markup), await publishSite(markup)];
  await host.json('PATCH', '/api/v1/me', { embedSites: [named, 'https://shop.example'] });
  const welcome = await visit(named);
  for (const index of frames.keys()) {
    const frame = welcome.page.frameLocator('iframe').nth(index);
    await frame.getByRole('heading', { level: 1 }).waitFor();
  }
  expect(framedOn(welcome)).toEqual(frames);
  const refused = await visit(other, { expected: [/frame-ancestors http:\/\/127/] });
  await expect.poll(() => framedOn(refused)).toEqual(frames.map(() => REFUSED));

  await host.json('PATCH', '/api/v1/me', { embedSites: [] });
  const anywhere = await visit(other);
  await anywhere.page.frameLocator('iframe').first().getByRole('heading', { level: 1 }).waitFor();
  expect(framedOn(anywhere)).toEqual(frames);
});

test.each([
  ['light', 'dark', '#ffe100'],
  ['dark', 'light', '#1a0033'],
] as const)(
  'in a %s frame on a %s device the host’s colour can be read: %s',
  async (theme, colorScheme, accentColour) => {
    const { page: type, host } = await setScene();
    await host.json('PATCH', '/api/v1/me', { accentColour });
    const snippet = embedSnippet(await addressAt(type), { way: 'inline', theme, button: '' });
    const { page } = await openSite(snippet.replace('<div', `<div data-prefill="date=${dayAhead()}"`), { colorScheme });
    const frame = page.frameLocator('iframe');
    await frame.locator('html.embedded').waitFor();
    const accent = () =>
      frame.locator('html').evaluate((root) => getComputedStyle(root).getPropertyValue('--accent').trim());
    await expect.poll(accent).toBe(accentTokens(accentColour)[theme]['--accent']);
    await frame.getByRole('link', { name: '11:30', exact: true }).waitFor();
    expect(await contrastFaults(page)).toEqual([]);
    await frame.getByRole('link', { name: '11:30', exact: true }).click();
    await frame.getByRole('button', { name: 'Confirm booking' }).waitFor();
    expect(await contrastFaults(page)).toEqual([]);
  },
);

/** Texts in the page's frame that axe finds too pale for what they stand on. */
async function contrastFaults(page: Page): Promise<string[]> {
  const frame = page.frames().find((one) => one.parentFrame() !== null);
  if (frame === undefined) throw new Error('The page has no frame');
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ runOnly: ['color-contrast'] });
    return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
  });
}

test('a site can ask for a language of the page in its frame', async () => {
  const { page: type } = await setScene();
  const { app } = await stack.file();
  const place = `<div data-insytical-inline="${type.handle}/${type.slug}" data-lang="de"></div>`;
  const { page } = await openSite(`${place}<script src="${app}/embed.js"></script>`);
  const root = page.frameLocator('iframe').locator('html');
  await expect.poll(() => root.getAttribute('lang')).toBe('de');
});
