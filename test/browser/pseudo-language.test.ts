import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { DIST, openFrontEnd } from '#api/front-end/front-end.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { pseudoCatalogues } from '#test/fixtures/pseudo-pages.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { addressOf, dayAhead } from './guest-steps.ts';

const api = await startApi({ frontEnd: openFrontEnd(DIST, pseudoCatalogues()) });
const browser = useBrowser({
  file: async () => ({ app: api.base, simulators: api.base, mailbox: api.base }) as StackFile,
});

/** What people have typed is in brackets too. */
const NAME = '⟦Robin⟧';
const at = (time: string) => `${dayAhead()}T${time}:00Z`;
let address: Readonly<Record<string, string>>;
beforeAll(async () => {
  const host = await signUp(api.base, { name: NAME });
  await host.alwaysOpen();
  const rules = { durationMinutes: 30, allowsGuests: true, changeNoticeMinutes: 1_440 };
  const question = { id: 'topic', label: '⟦Topic⟧', kind: 'text', required: true };
  const phone = await host.offer('phone', { ...rules, title: '⟦Talk⟧', slug: 'talk', questions: [question] });
  const asked = await host.offer('in_person', {
    ...rules,
    title: '⟦Visit⟧',
    slug: 'visit',
    requiresConfirmation: true,
  });
  const page = { handle: host.handle, slug: phone.slug };
  const guest = newGuest(api.base, { name: NAME });
  const body = { guest: { name: NAME, email: guest.email, timeZone: 'Europe/Berlin' }, answers: { topic: '⟦x⟧' } };
  const path = `/api/v1/public/${host.handle}`;
  const booked = await guest.json<{ token: string }>('POST', `${path}/${phone.slug}/bookings`, {
    ...body,
    startsAt: at('09:00'),
  });
  const requested = await guest.json<{ token: string }>('POST', `${path}/${asked.slug}/bookings`, {
    ...body,
    answers: {},
    startsAt: at('11:00'),
  });
  const booking = `/booking/${encodeURIComponent(booked.token)}`;
  address = {
    'the host’s page': `/${host.handle}`,
    'choosing a time': addressOf(page, { date: dayAhead() }),
    'a month without times': addressOf(page, { month: '2027-12' }),
    'the form': addressOf(page, { slot: at('13:00') }),
    'a time that is gone': addressOf(page, { slot: at('09:00') }),
    'the time zones': addressOf(page, { choose: 'zone' }),
    'a booking': booking,
    'a booking, just made': `${booking}?news=booked`,
    'a request': `/booking/${encodeURIComponent(requested.token)}`,
    rescheduling: `${booking}?action=reschedule&date=${dayAhead()}`,
    'a new time': `${booking}?action=reschedule&slot=${encodeURIComponent(at('14:00'))}`,
    cancelling: `${booking}?action=cancel`,
    erasing: `${booking}?action=erase`,
  };
});

/** What a page says beside messages, what people have typed, and what is the same in every language. */
const strayTexts = (page: Page) =>
  page.evaluate(() => {
    const KEPT = '[translate="no"], script, th, [data-date], option, .brand';
    const body = document.body.cloneNode(true) as HTMLElement;
    const labels = [...body.querySelectorAll('[aria-label], [placeholder]')].map(
      (element) => element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? '',
    );
    for (const element of body.querySelectorAll(KEPT)) element.remove();
    // Messages stand within messages; the innermost are taken out first.
    const without = (text: string): string => {
      const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
      return less === text ? less : without(less);
    };
    const BY_US = /Google Calendar|Outlook|Microsoft 365|: English|guest-[\w-]+@example\.org/g;
    return [body.textContent, ...labels]
      .map((text) => without(text).replaceAll(BY_US, '').trim())
      .filter((text) => /\p{L}/u.test(text));
  });

/** What is wider than its place. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const wide = [...document.querySelectorAll<HTMLElement>('html, h1, h2, p, a, button, li, label, summary')].filter(
      (element) =>
        element.closest('.visually-hidden, [hidden], .trap') === null &&
        getComputedStyle(element).display !== 'inline' &&
        element.scrollWidth > element.clientWidth + 1,
    );
    return wide.map(({ tagName, className, textContent }) => `${tagName}.${className}: ${textContent.slice(0, 60)}`);
  });

const STATES = [
  'the host’s page',
  'choosing a time',
  'a month without times',
  'the form',
  'a time that is gone',
  'the time zones',
  'a booking',
  'a booking, just made',
  'a request',
  'rescheduling',
  'a new time',
  'cancelling',
  'erasing',
];

describe.each([
  ['a phone', { width: 360, height: 740 }],
  ['a desktop', { width: 1280, height: 800 }],
])('on %s, in a language longer than English,', (_, viewport) => {
  test.each(STATES)('%s says nothing but messages, and all of it has room', async (state) => {
    const { page } = await browser.newVisitor({ viewport });
    await page.goto(address[state] ?? '');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await strayTexts(page)).toEqual([]);
    expect(await overflowing(page)).toEqual([]);
  });
});
