import type { Browser, Page } from 'playwright-core';
import type { EventType } from '#api/event-types/schema.ts';
import type { GuestBooking } from '#api/guest/schema.ts';
import type { HostClient } from '#dev/clients/host.ts';
import { openWindow, shoot } from './camera.ts';
import { CALENDAR, GUEST, HOST } from './people.ts';
import { openWebsite } from './website.ts';

interface Studio {
  readonly app: string;
  readonly browser: Browser;
  readonly say: (line: string) => void;
}

interface Picture {
  readonly name: string;
  readonly address: string;
  /** Returns when the page shows what it is about. */
  readonly ready: (page: Page) => Promise<void>;
}

/** Settings → Integrations, with a platform that is still to be connected. */
export const shootIntegrations = (studio: Studio, host: HostClient): Promise<void> =>
  shootHost(studio, host, [
    {
      name: 'integrations',
      address: '/user/integrations',
      ready: (page) => page.getByText('Connected as').first().waitFor(),
    },
  ]);

/** The host's other pages, and the page of one booking. */
export const shootScheduler = (
  studio: Studio,
  host: HostClient,
  { booking, shared }: { readonly booking: GuestBooking; readonly shared: EventType },
): Promise<void> =>
  shootHost(studio, host, [
    {
      name: 'event-types',
      address: '/scheduler/event-types',
      ready: (page) => page.getByText('Coffee chat').first().waitFor(),
    },
    {
      name: 'share',
      address: `/scheduler/event-types?share=${shared.id}`,
      ready: (page) => page.getByRole('tab', { name: 'Website' }).click(),
    },
    {
      name: 'availability',
      address: '/scheduler/availability',
      ready: (page) => page.getByRole('group', { name: 'Monday' }).waitFor(),
    },
    {
      name: 'calendars',
      address: '/scheduler/availability',
      ready: async (page) => {
        const row = page.getByRole('listitem').filter({ hasText: CALENDAR });
        await row.getByText(/^Last read/).waitFor();
        await row.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      },
    },
    { name: 'bookings', address: '/bookings', ready: (page) => page.getByText(booking.guest.name).first().waitFor() },
    {
      name: 'booking',
      address: `/bookings/${booking.id}`,
      ready: (page) => page.getByRole('region', { name: 'Meeting link' }).waitFor(),
    },
  ]);

async function shootHost({ app, browser, say }: Studio, host: HostClient, pictures: readonly Picture[]) {
  const context = await openWindow(browser, app, host);
  const page = await context.newPage();
  for (const { name, address, ready } of pictures) {
    await page.goto(address);
    await ready(page);
    say(await shoot(page, name));
  }
  await context.close();
}

/** Time off over a booking, just saved. */
export const shootAffected = (studio: Studio, host: HostClient, { startsAt }: GuestBooking): Promise<void> =>
  shootHost(studio, host, [
    {
      name: 'affected',
      address: '/scheduler/availability',
      ready: async (page) => {
        const day = page.getByRole('button', { name: longDate.format(Date.parse(startsAt)) });
        await page.getByRole('button', { name: 'Next month' }).waitFor();
        if ((await day.count()) === 0) await page.getByRole('button', { name: 'Next month' }).click();
        await day.click();
        await page.getByRole('radio', { name: 'Unavailable all day' }).check();
        await page.getByRole('button', { name: 'Save hours' }).click();
        await page.getByText(/outside your new hours$/).waitFor();
        await page.getByText('All changes saved').waitFor();
        // It lies above the page's title.
        await page.getByText('Hours saved.').waitFor({ state: 'hidden' });
        await page.evaluate(() => window.scrollTo(0, 0));
      },
    },
  ]);

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: HOST.timeZone });

/** What a guest sees: a day's times, the booking made, and the choice of another time for it. */
export async function shootGuest({ app, browser, say }: Studio): Promise<void> {
  const context = await openWindow(browser, app);
  const page = await context.newPage();
  await page.goto(`/${HOST.handle}/intro`);
  const times = page.locator('a.time');
  await times.first().waitFor();
  await page.getByRole('link', { name: 'Next month' }).click();
  await page.getByRole('link', { name: 'Previous month' }).waitFor();
  await page.locator('.day.free').nth(8).click();
  say(await shoot(page, 'guest-day', 640));

  await times.nth(3).click();
  await page.getByLabel('Name').fill(GUEST.name);
  await page.getByLabel('Email').fill(GUEST.email);
  await page.getByLabel('What would you like to talk about?').fill('A logo for our choir.');
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('link', { name: 'Join the meeting' }).waitFor();
  say(await shoot(page, 'guest-done', 1_000));

  await page.getByRole('link', { name: 'Reschedule' }).click();
  await times.first().waitFor();
  say(await shoot(page, 'manage', 640));
  await context.close();
}

/** The same page on the host's own website. */
export async function shootWebsite({ app, browser, say }: Studio): Promise<void> {
  const website = await openWebsite(app, `${HOST.handle}/intro`);
  const context = await openWindow(browser, app);
  try {
    const page = await context.newPage();
    await page.goto(website.url);
    const frame = page.frameLocator('iframe');
    await frame.locator('.day.free').first().waitFor();
    say(await shoot(page, 'embedded', 760));
  } finally {
    await context.close();
    website.close();
  }
}
