import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { unescaped } from '#test/fixtures/forms.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin Host', timeZone: 'Europe/Berlin' });
await host.alwaysOpen();
const { slug } = await host.offer('phone', {
  title: '30 minutes!',
  description: 'Shall we talk?',
  questions: [
    { id: 'topic', label: 'What about?', kind: 'text', required: true },
    { id: 'agreed', label: 'Agreed?', kind: 'checkbox', required: true },
  ],
});
const path = `/${host.handle}/${slug}`;

const inArabic = async (address: string) => {
  const page = await (await fetch(`${api.base}${address}${address.includes('?') ? '&' : '?'}lang=ar`)).text();
  expect(page).toMatch(/<html [^>]*dir="rtl"/);
  return page;
};

test('what a host wrote from left to right keeps its order on pages from right to left', async () => {
  const [hosts, event] = [await inArabic(`/${host.handle}`), await inArabic(path)];
  for (const page of [hosts, event])
    for (const words of ['30 minutes!', 'Shall we talk?']) expect(page).toContain(`<bdi>${words}</bdi>`);
  expect(event).toMatch(/<title>\u206830 minutes!\u2069 مع \u2068Robin Host\u2069/);

  const [, time = ''] = /href="([^"]+slot=[^"]+)"/.exec(event) ?? [];
  const form = await inArabic(unescaped(time));
  for (const words of ['What about?', 'Agreed?']) expect(form).toContain(`<bdi>${words}</bdi>`);
});

test('a phone number is read from left to right', async () => {
  const { token } = await newGuest(api.base).json<{ token: string }>('POST', `/api/v1/public${path}/bookings`, {
    startsAt: new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 2 * 86_400_000).toISOString(),
    guest: { name: 'Ann Lee', email: 'ann@example.org', timeZone: 'Asia/Riyadh' },
    answers: { topic: 'Prices', agreed: true },
  });
  expect(await inArabic(`/booking/${token}`)).toMatch(/<a href="tel:[^"]+" translate="no" dir="ltr">\+49 30 1234567</);
});
