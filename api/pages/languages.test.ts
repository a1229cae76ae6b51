import { expect, test } from 'vitest';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();

const open = async (path: string, language: string) =>
  (await fetch(api.base + path, { headers: { accept: 'text/html', 'accept-language': language } })).text();
const rootOf = (html: string) => /<html[^>]*>/.exec(html)?.[0];

test.each(['/help', '/privacy', '/docs'])(
  '%s is an English text within a page of the reader’s language',
  async (path) => {
    const page = await open(path, 'ar');
    expect(rootOf(page)).toBe('<html lang="ar" dir="rtl">');
    expect(page).toContain('هذه الصفحة متوفرة بالإنجليزية فقط.');
    expect(page).toContain('<div lang="en" dir="ltr">');
    expect(page).not.toContain('hrefLang');
    expect(await open(path, 'en')).not.toContain('<div lang="en"');
  },
);

test.each([
  ['/', 'ja', 'ログイン'],
  ['/support', 'pl', 'Rezerwacja jest ważna.'],
  ['/oauth/done?provider=zoom&outcome=succeeded', 'de', '<h1>Zoom ist verbunden</h1>'],
  ['/support?x=%00', 'fr', '<h1>Une erreur s’est produite</h1>'],
])('%s speaks %s', async (path, language, text) => {
  expect(await open(path, language)).toContain(text);
});
