import { expect, test } from 'vitest';
import { Booking } from '#db/entities/booking.ts';
import { signUp } from '#dev/clients/host.ts';
import { pages } from '#messages/en/pages.ts';
import { formIn, sendForm } from '#test/fixtures/forms.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { openCatalogues } from '../../front-end/catalogues.ts';
import { DIST, openFrontEnd } from '../../front-end/front-end.ts';
import type { PageData } from '../schema.ts';

const german = { ...pages, 'form.title': 'Ihre Angaben', 'notFound.title': 'Seite nicht gefunden' };
const arabic = { ...pages, 'form.title': 'بياناتك' };
const catalogues = openCatalogues({ en: pages, de: german, ar: arabic });
const api = await startApi({ frontEnd: openFrontEnd(DIST, catalogues) });
const host = await signUp(api.base);
await host.alwaysOpen();
const { slug } = await host.offer('in_person', { slug: 'talk', title: 'Talk' });
const path = `/${host.handle}/${slug}`;
const slot = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 86_400_000).toISOString();

const open = async (query = '', language = '', address = path) => {
  const headers = { 'accept-language': language };
  return (await fetch(`${api.base}${address}?slot=${encodeURIComponent(slot)}${query}`, { headers })).text();
};
const titleIn = (html: string) => /<h2[^>]*>([^<]*)<\/h2>/.exec(html)?.[1];
const rootOf = (html: string) => /<html[^>]*>/.exec(html)?.[0];
const dataIn = (html: string) =>
  JSON.parse(/<script type="application\/json" id="page">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as PageData;

test('the browser’s first language that there is decides', async () => {
  expect(titleIn(await open('', 'de-AT,en;q=0.8'))).toBe('Ihre Angaben');
  expect(titleIn(await open('', 'sv,ar;q=0.9'))).toBe('بياناتك');
  expect(titleIn(await open('', 'sv'))).toBe('Your details');
});

test('the host’s choice wins over the browser, and the address over both', async () => {
  await host.json('PATCH', '/api/v1/me', { guestLanguage: 'ar' });
  try {
    expect(titleIn(await open('', 'de'))).toBe('بياناتك');
    expect(titleIn(await open('&lang=de', 'en'))).toBe('Ihre Angaben');
    expect(titleIn(await open('&lang=tlh', 'en'))).toBe('بياناتك');
    expect(await open('', 'de', `/${host.handle}/nothing`)).toContain('dir="rtl"');
  } finally {
    await host.json('PATCH', '/api/v1/me', { guestLanguage: null });
  }
});

test('a page says its language and direction, and where it is in others', async () => {
  expect(rootOf(await open('', 'de-AT'))).toBe('<html lang="de-AT" dir="ltr">');
  expect(rootOf(await open('&lang=ar', 'de-AT'))).toBe('<html lang="ar" dir="rtl">');
  const page = await open('&lang=de');
  const url = `${api.base}${path}`;
  expect(page).toContain(`<link rel="canonical" href="${url}?lang=de"/>`);
  expect(page).toContain(`<link rel="alternate" hrefLang="ar" href="${url}?lang=ar"/>`);
  expect(page).toContain(`<link rel="alternate" hrefLang="x-default" href="${url}"/>`);
  expect(page).toMatch(/<a href="[^"]*slot=[^"]*lang=ar[^"]*" hrefLang="ar" lang="ar">العربية<\/a>/);
});

test('the browser gets the messages of its own language, and only what the page says', async () => {
  const { files } = dataIn(await open('', 'ar'));
  const [first, later] = await Promise.all(
    [files.messages, files.later?.messages].map(async (file) => (await fetch(`${api.base}${file}`)).text()),
  );
  expect(later).toContain('بياناتك');
  expect(first).not.toContain('بياناتك');
  expect(first).toContain(pages['month.next']);
  expect(`${first} ${later}`).not.toContain(pages['state.confirmed.title']);
});

test('what is not there is not there in the reader’s language', async () => {
  expect(await open('', 'de', '/no-such-host')).toContain('<h1>Seite nicht gefunden</h1>');
});

test('a booking is made in the page’s language, which its page keeps', async () => {
  const form = formIn(await open('&lang=de'), path);
  const booked = await sendForm(api.base, form, { name: 'Ann Lee', email: 'ann@example.org' });
  const address = new URL(booked.headers.get('location') ?? '', api.base);
  expect(address.searchParams.get('lang')).toBe('de');
  const [row] = await api.orm.em.fork().find(Booking, { guestEmail: 'ann@example.org' });
  expect(row?.guestLocale).toBe('de');
  const page = await (await fetch(address)).text();
  expect(rootOf(page)).toContain('lang="de"');
  expect(page).toMatch(/href="\/booking\/[^"]*\?lang=de&amp;action=cancel"/);
});
