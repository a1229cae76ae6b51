import type { Page } from 'playwright-core';
import { dayAhead } from '../guest-steps.ts';
import type { Cast } from './cast.ts';

/** One page in one of its states. */
export interface PageState {
  readonly name: string;
  /** Who opens the page; left out where it does not matter. */
  readonly as?: 'host' | 'forsaken' | 'newcomer';
  /** Answers of ours that are errors by intent. */
  readonly refusal?: RegExp;
  readonly address: (cast: Cast) => string;
  /** Brings the page into its state; returns when it is there. */
  readonly arrive: (page: Page) => Promise<unknown>;
}

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first().waitFor();
const click = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const bookingPage = (token: string, query = '') => `/booking/${token}${query}`;
const NOT_FOUND = /404 \(Not Found\)/;

const choosing: readonly PageState[] = [
  { name: 'a host’s page', address: ({ host }) => `/${host.handle}`, arrive: heading('Robin Rose') },
  {
    name: 'the page of a host without event types',
    address: ({ newcomer }) => `/${newcomer.handle}`,
    arrive: (page) => page.getByText('isn’t taking bookings').waitFor(),
  },
  {
    name: 'month and times',
    address: ({ page }) => `${page}?date=${dayAhead()}`,
    arrive: (page) => page.getByRole('link', { name: '08:00' }).waitFor(),
  },
  {
    name: 'the list of time zones',
    address: ({ page }) => `${page}?date=${dayAhead()}`,
    arrive: async (page) => {
      await page.getByRole('link', { name: /Time zone/ }).click();
      // The whole list is the same some hundred times over.
      await page.getByRole('combobox').fill('america');
      await page.getByRole('status').filter({ hasText: 'time zones found' }).waitFor();
    },
  },
  {
    name: 'no free times',
    address: ({ closedPage }) => closedPage,
    arrive: (page) => page.getByText('No free times', { exact: true }).waitFor(),
  },
  {
    name: 'the form with what is wrong',
    address: ({ page }) => `${page}?slot=${dayAhead()}T16:00:00Z`,
    arrive: async (page) => {
      await page.getByText('Add guests').click();
      await page.getByLabel('Addresses of your guests').fill('bo@');
      await click(page, 'Request booking');
      await page.locator('.field-problem').first().waitFor();
    },
  },
  {
    name: 'the form for a call to the guest',
    address: ({ callPage }) => `${callPage}?slot=${dayAhead()}T19:00:00Z`,
    arrive: async (page) => {
      await click(page, 'Confirm booking');
      await page.getByText('Please enter your phone number.').waitFor();
    },
  },
  {
    name: 'the form with several places',
    address: ({ placesPage }) => `${placesPage}?slot=${dayAhead()}T19:30:00Z`,
    arrive: async (page) => {
      await click(page, 'Confirm booking');
      await page.getByText('Please choose where to meet.').waitFor();
      await page.getByRole('radio', { name: 'calls you' }).check();
      await page.getByLabel('Phone number').waitFor();
    },
  },
  {
    name: 'a time that is gone',
    address: ({ page }) => `${page}?slot=${dayAhead()}T13:00:00Z`,
    arrive: (page) => page.getByText('It was just taken').waitFor(),
  },
];

const booked: readonly PageState[] = [
  {
    name: 'a confirmed booking, with its data',
    address: ({ confirmed }) => bookingPage(confirmed.token),
    arrive: async (page) => {
      await page.getByText('Your data').click();
      await page.getByRole('link', { name: 'Erase my data' }).click();
    },
  },
  {
    name: 'a moved booking',
    address: ({ moved }) => bookingPage(moved.token),
    arrive: (page) => page.locator('del').waitFor(),
  },
  {
    name: 'a requested booking',
    address: ({ pending }) => bookingPage(pending.token),
    arrive: heading(/^Your request is with/),
  },
  {
    name: 'a booking whose new time waits for the host',
    address: ({ proposed }) => bookingPage(proposed.token),
    arrive: (page) => page.getByRole('button', { name: 'Keep current time' }).waitFor(),
  },
  {
    name: 'asking for another time',
    address: ({ proposed }) => bookingPage(proposed.token, `?action=reschedule&slot=${dayAhead()}T18:00:00Z`),
    arrive: heading('Request this time?'),
  },
  {
    name: 'a booking without a link',
    address: ({ withoutLink }) => bookingPage(withoutLink.token),
    arrive: (page) => page.getByText('will send you the link').waitFor(),
  },
  {
    name: 'a cancelled booking',
    address: ({ cancelled }) => bookingPage(cancelled.token),
    arrive: heading('Meeting cancelled'),
  },
  {
    name: 'cancelling',
    address: ({ confirmed }) => bookingPage(confirmed.token, '?action=cancel'),
    arrive: heading('Cancel this meeting?'),
  },
  {
    name: 'moving: the times',
    address: ({ confirmed }) => bookingPage(confirmed.token, '?action=reschedule'),
    arrive: (page) => page.getByRole('link', { name: '08:00' }).waitFor(),
  },
  {
    name: 'moving: the question',
    address: ({ confirmed }) => bookingPage(confirmed.token, `?action=reschedule&slot=${dayAhead()}T16:00:00Z`),
    arrive: heading('Reschedule to this time?'),
  },
];

const around: readonly PageState[] = [
  { name: 'home', address: () => '/', arrive: heading(/^A booking page/) },
  { name: 'help', address: () => '/help', arrive: heading('Help') },
  { name: 'privacy', address: () => '/privacy', arrive: heading('Privacy') },
  { name: 'support', address: () => '/support', arrive: heading('Support') },
  { name: 'the API’s documentation', address: () => '/docs', arrive: (page) => page.locator('h1').waitFor() },
  {
    name: 'the end of connecting',
    address: () => '/oauth/done?outcome=failed&provider=zoom&code=access_denied',
    arrive: heading('Zoom was not connected'),
  },
  {
    name: 'an address that does not exist',
    refusal: NOT_FOUND,
    address: () => '/nobody-is-here',
    arrive: heading('Page not found'),
  },
  {
    name: 'an event type that does not exist',
    refusal: NOT_FOUND,
    address: ({ host }) => `/${host.handle}/gone`,
    arrive: heading('Page not found'),
  },
];

export const guestPages: readonly PageState[] = [...choosing, ...booked, ...around];

const SAME_WITHOUT_SCRIPTS = new Set([
  'a host’s page',
  'month and times',
  'no free times',
  'a time that is gone',
  'a confirmed booking, with its data',
  'a moved booking',
  'cancelling',
  'moving: the times',
  'moving: the question',
]);

/** Without scripts some controls are links, and nothing is a grid. */
export const pagesWithoutScripts: readonly PageState[] = [
  ...guestPages.filter(({ name }) => SAME_WITHOUT_SCRIPTS.has(name)),
  { name: 'the list of time zones', address: ({ page }) => `${page}?choose=zone`, arrive: heading('Time zone') },
];
