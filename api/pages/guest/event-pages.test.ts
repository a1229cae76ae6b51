import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { formIn, unescaped } from '#test/fixtures/forms.ts';
import { linksOf, dayFromNow, guestPages } from '#test/fixtures/guest-pages.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { openFrontEnd } from '../../front-end/front-end.ts';

const api = await startApi();
const { host, path, open, times, book } = await guestPages(api.base);

/** The dates that can be chosen. */
const daysOf = (page: string) => [...page.matchAll(/<a [^>]*data-date="([^"]+)"/g)].map(([, date]) => date);
const linkNamed = (page: string, name: string) =>
  unescaped(new RegExp(`<a [^>]*aria-label="${name}"[^>]*href="([^"]+)"`).exec(page)?.[1] ?? '') || undefined;

test('the host’s page leads to the event type, the event type to its times', async () => {
  const page = await open(`/${host.handle}`);
  expect(page).toContain('Talk &amp; tea');
  expect(page).toContain('Robin &lt;b&gt;Host&lt;/b&gt;');
  expect(page).not.toContain('<script');
  expect(linksOf(page)).toContain(path);
  const found = await times();
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatch(new RegExp(`^${path}\\?slot=[^&]+&date=\\d{4}-\\d{2}-\\d{2}&month=\\d{4}-\\d{2}$`));
});

test('times are shown for the zone one chooses, and the choice goes along', async () => {
  const asked = `${path}?tz=Asia/Kolkata&name=Sam&date=${dayFromNow(2)}`;
  const page = await open(asked);
  expect(page).toContain('Kolkata time, IST');
  const list = linksOf(page).find((href) => href.includes('choose=zone')) ?? '';
  const zones = await open(list);
  expect(zones).toMatch(/<option selected="">Asia\/Kolkata</);
  expect(zones).toContain('<input type="hidden" name="name" value="Sam"/>');
  const [first = ''] = linksOf(page).filter((href) => href.includes('slot='));
  expect(first).toContain('tz=Asia%2FKolkata');
  expect(formIn(await open(first), path).fields).toMatchObject({ name: 'Sam', timeZone: 'Asia/Kolkata' });
  expect(await open(`${path}?tz=Mars/Olympus`)).toContain('Berlin time, CE');
});

test('an event type that is gone leads to what its host still offers', async () => {
  const answer = await fetch(`${api.base}/${host.handle}/gone`);
  expect(answer.status).toBe(404);
  expect(linksOf(await answer.text())).toContain(`/${host.handle}`);
});

test('a page of many times stays small', async () => {
  const minutes = await host.offer('phone', { durationMinutes: 15, slotIntervalMinutes: 5 });
  const page = await open(`/${host.handle}/${minutes.slug}?date=${dayFromNow(12)}`);
  expect(linksOf(page).filter((href) => href.includes('slot='))).toHaveLength(288);
  expect(gzipSync(page).length).toBeLessThan(40_000);
});

test('the months end where the booking window does, and what is far ahead is found', async () => {
  const offer = (from: number, to: number) =>
    host.offer('phone', { bookingWindow: { kind: 'range', from: dayFromNow(from), to: dayFromNow(to) } });

  const far = await offer(100, 106);
  const first = await open(`/${host.handle}/${far.slug}`);
  expect(first).toMatch(/No free times in \w+\. First available: /);
  expect(daysOf(first)[0]).toBe(dayFromNow(100));
  const last = await open(`/${host.handle}/${far.slug}?date=${dayFromNow(106)}`);
  expect(daysOf(last).at(-1)).toBe(dayFromNow(106));
  expect(linkNamed(last, 'Next month')).toBeUndefined();
  expect(linkNamed(last, 'Previous month')).toContain('month=');

  const over = await open(`/${host.handle}/${(await offer(-20, -10)).slug}`);
  expect(over).toContain('Nothing is available right now.');
  expect(linkNamed(over, 'Next month')).toBeUndefined();
});

test.each([
  'month=0000-00',
  'month=9999-12',
  'date=9999-12-31',
  'slot=9999-12-31T23:30:00Z',
  'slot=0000-01-01T00:00Z',
  'month=1970-01',
  'tz=%20',
  'choose=zone&tz=x',
])('an address of nonsense is a page: %s', async (query) => {
  expect(await open(`${path}?${query}`)).toContain('<h1');
});

const inLanguage = async (language: string) => {
  const answer = await fetch(`${api.base}${path}?date=${dayFromNow(2)}&tz=UTC`, {
    headers: { 'accept-language': language },
  });
  return answer.text();
};

test('dates follow the languages of the browser', async () => {
  const american = await inLanguage('en-US,en;q=0.9');
  expect(american).toMatch(/>\d{1,2}:00 [AP]M</);
  expect(american.indexOf('abbr="Sunday"')).toBeLessThan(american.indexOf('abbr="Monday"'));
  for (const language of ['de-DE', 'en-GB', '', '*', 'x'.repeat(2_000), 'en-US-u-ca-\u0000']) {
    const page = await inLanguage(language.replace('\u0000', ''));
    expect(page).toContain('<h1');
  }
  expect(await inLanguage('de-DE,de;q=0.9,en-US;q=0.5')).toMatch(/>\d\d:00</);
});

test('a plus that was not encoded stays one: in a zone, a time and an address', async () => {
  expect(await open(`${path}?tz=Etc/GMT+5&date=${dayFromNow(2)}`)).toContain('GMT-5');
  const [address = ''] = await times(`?date=${dayFromNow(2)}&tz=UTC`);
  const slot = new URL(address, api.base).searchParams.get('slot') ?? '';
  const page = await open(`${path}?slot=${slot.replace('.000Z', '+00:00')}&email=sam+x@example.org`);
  expect(page).toContain('value="sam+x@example.org"');
});

test('a public page says what it is where its link is pasted; a private one says nothing', async () => {
  const page = await open(`${path}?utm_source=x`);
  const url = `${api.base}${path}`;
  for (const part of [
    `<link rel="canonical" href="${url}"/>`,
    '<meta property="og:title" content="Talk &amp; tea with Robin &lt;b&gt;Host&lt;/b&gt;"/>',
    '<meta property="og:description" content="Choose a time: 30 min, Phone call."/>',
    `<meta property="og:url" content="${url}"/>`,
    '<meta property="og:type" content="website"/>',
    '<meta property="og:site_name" content="Insytical"/>',
    '<meta name="twitter:card" content="summary"/>',
  ])
    expect(page).toContain(part);
  const own = await open(await book());
  expect(own).not.toMatch(/property="og:|rel="canonical"|name="(twitter|description)/);
  expect(own).toContain('<meta name="robots" content="noindex, nofollow"/>');
});

test('what is said of a page ends between characters', async () => {
  const family = '👩‍👩‍👧‍👦';
  const { slug } = await host.offer('phone', { description: family.repeat(250) });
  const page = await open(`/${host.handle}/${slug}`);
  expect(page).toContain(`<meta name="description" content="${family.repeat(200)}"/>`);
});

test('while nothing is built, pages say what to run, and what was asked for is answered in its status', async () => {
  const bare = await startApi({ frontEnd: openFrontEnd('/not/there') });
  const ask = async (address: string) => {
    const answer = await fetch(new URL(address, bare.base));
    return [answer.status, /npm run web:build/.test(await answer.text())];
  };
  expect(await ask('/scheduler/event-types')).toEqual([503, true]);
  expect(await ask('/')).toEqual([503, true]);
  expect(await ask('/nobody')).toEqual([404, true]);
});
