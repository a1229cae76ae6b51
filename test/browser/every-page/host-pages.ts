import type { Page } from 'playwright-core';
import type { PageState } from './guest-pages.ts';

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first().waitFor();

/** Opens a dialog by one button. */
const asking = (button: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: button }).first().click();
  await page.getByRole('dialog').waitFor();
};

const settings: readonly PageState[] = [
  { name: 'login', address: () => '/login', arrive: heading('Log in') },
  { name: 'a forgotten password', address: () => '/login?mode=forgotten', arrive: heading('Set a new password') },
  {
    name: 'a mailed link to log in',
    address: ({ links }) => `/login?mode=link&token=${links.login}&to=%2Fbookings`,
    arrive: (page) => page.getByRole('button', { name: 'Log in' }).first().waitFor(),
  },
  {
    name: 'a mailed link to sign up',
    address: ({ links }) => `/login?mode=finish&token=${links.signUp}`,
    arrive: (page) => page.getByRole('button', { name: 'Create account' }).waitFor(),
  },
  {
    name: 'a mailed link that no longer works',
    address: () => '/login?mode=link&token=of-no-link',
    arrive: (page) => page.getByRole('button', { name: 'Get a new link' }).waitFor(),
    refusal: /410/,
  },
  {
    name: 'a new password',
    address: ({ links }) => `/login?mode=new-password&token=${links.password}`,
    arrive: (page) => page.getByLabel('New password', { exact: true }).waitFor(),
  },
  { name: 'sign-up', address: () => '/login?mode=sign-up', arrive: heading(/account|Sign up|Create/i) },
  {
    name: 'integrations',
    as: 'host',
    address: () => '/user/integrations',
    arrive: (page) => page.getByText(/^Connected as/).waitFor(),
  },
  {
    name: 'integrations that need reconnecting',
    as: 'forsaken',
    address: () => '/user/integrations',
    arrive: (page) => page.getByText('Reconnect needed', { exact: true }).waitFor(),
  },
  {
    name: 'deliveries to a webhook',
    as: 'host',
    address: () => '/user/integrations',
    arrive: async (page) => {
      await page.getByRole('button', { name: /^Deliveries to/ }).click();
      await page.getByText('Request and answer').first().click();
    },
  },
  {
    name: 'adding a webhook',
    as: 'host',
    address: () => '/user/integrations',
    arrive: (page) => page.getByRole('button', { name: 'Add webhook' }).click(),
  },
  { name: 'disconnecting', as: 'host', address: () => '/user/integrations', arrive: asking('Disconnect') },
  { name: 'account', as: 'host', address: () => '/user/account', arrive: heading('Account') },
  {
    name: 'changing the handle',
    as: 'host',
    address: () => '/user/account',
    arrive: async (page) => {
      await page.getByLabel('Handle').fill('another-one');
      await page.getByText('then stop working.').waitFor();
    },
  },
  {
    name: 'setting up two-step verification',
    as: 'host',
    address: () => '/user/account',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Set up two-step verification' }).click();
      await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
    },
  },
  { name: 'deleting the account', as: 'host', address: () => '/user/account', arrive: asking('Delete account…') },
];

const scheduler: readonly PageState[] = [
  {
    name: 'first steps',
    as: 'newcomer',
    address: () => '/scheduler/event-types',
    arrive: (page) => page.getByText('0 of 5 done').waitFor(),
  },
  {
    name: 'event types',
    as: 'host',
    address: () => '/scheduler/event-types',
    arrive: (page) => page.getByText('Intro call').first().waitFor(),
  },
  ...['Link', 'One-time links', 'QR code', 'Times for a mail', 'Website'].map((tab) => ({
    name: `sharing an event type: ${tab}`,
    as: 'host' as const,
    address: ({ eventTypeId }: { readonly eventTypeId: string }) => `/scheduler/event-types?share=${eventTypeId}`,
    arrive: async (page: Page) => {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await page.getByRole('tabpanel').getByRole('button').first().waitFor();
    },
  })),
  {
    name: 'a new event type',
    as: 'host',
    address: () => '/scheduler/event-types/new',
    arrive: (page) => page.getByLabel('Title', { exact: true }).waitFor(),
  },
  {
    name: 'an event type with questions',
    as: 'host',
    address: ({ eventTypeId }) => `/scheduler/event-types/${eventTypeId}`,
    arrive: (page) => page.getByLabel('Title', { exact: true }).waitFor(),
  },
  {
    name: 'an event type with several places',
    as: 'host',
    address: ({ choosingId }) => `/scheduler/event-types/${choosingId}`,
    arrive: (page) => page.getByRole('button', { name: 'Remove location 3' }).waitFor(),
  },
  {
    name: 'availability',
    as: 'host',
    address: () => '/scheduler/availability',
    arrive: async (page) => {
      await page.getByRole('group', { name: 'Monday' }).waitFor();
      await page.getByText(/^Last read/).waitFor();
    },
  },
  {
    name: 'replacing the secret address of the bookings',
    as: 'host',
    address: () => '/scheduler/availability',
    arrive: asking('Replace…'),
  },
  {
    name: 'availability with a calendar that cannot be read',
    as: 'forsaken',
    address: () => '/scheduler/availability',
    arrive: (page) => page.getByText('Can’t be read', { exact: true }).waitFor(),
  },
];

const bookings: readonly PageState[] = [
  {
    name: 'upcoming bookings',
    as: 'host',
    address: () => '/bookings',
    arrive: (page) => page.getByText('No link').first().waitFor(),
  },
  {
    name: 'bookings to confirm',
    as: 'host',
    address: () => '/bookings?view=pending',
    arrive: (page) => page.getByText(/^Asks to reschedule to/).waitFor(),
  },
  {
    name: 'cancelled bookings',
    as: 'host',
    address: () => '/bookings?view=cancelled',
    arrive: (page) => page.getByText('Sam Guest').first().waitFor(),
  },
  { name: 'no past bookings', as: 'host', address: () => '/bookings?view=past', arrive: heading(/./) },
  { name: 'no bookings at all', as: 'newcomer', address: () => '/bookings', arrive: heading(/./) },
  {
    name: 'a booking',
    as: 'host',
    address: ({ moved }) => `/bookings/${moved.id}`,
    arrive: (page) => page.getByRole('button', { name: 'Reschedule' }).waitFor(),
  },
  {
    name: 'a booking whose guest asks for another time',
    as: 'host',
    address: ({ proposed }) => `/bookings/${proposed.id}`,
    arrive: (page) => page.getByText(/^Asks to reschedule to/).waitFor(),
  },
  {
    name: 'a booking without a link',
    as: 'host',
    address: ({ withoutLink }) => `/bookings/${withoutLink.id}`,
    arrive: (page) => page.getByLabel('Paste your own link').waitFor(),
  },
  {
    name: 'moving a booking',
    as: 'host',
    address: ({ confirmed }) => `/bookings/${confirmed.id}`,
    arrive: asking('Reschedule'),
  },
  {
    name: 'cancelling a booking',
    as: 'host',
    address: ({ confirmed }) => `/bookings/${confirmed.id}`,
    arrive: asking(/^Cancel/),
  },
  {
    name: 'an address that does not exist',
    as: 'host',
    address: () => '/user/nothing',
    arrive: heading(/./),
  },
];

export const hostPages: readonly PageState[] = [...settings, ...scheduler, ...bookings];
