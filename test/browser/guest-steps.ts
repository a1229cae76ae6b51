import type { Page } from 'playwright-core';
import { addMonths, type IsoDate, type IsoMonth, monthOf } from '../../web/src/shared/iso-days.ts';

interface Person {
  readonly name: string;
  readonly email: string;
}

interface EventPage {
  readonly handle: string;
  readonly slug: string;
}

/** This month, by the clock of Berlin: named, it is shown on its last evening too, when a page would begin with the next one. */
export const thisMonth = (): IsoMonth => monthOf(berlinDate());

/** Next month, by the clock of Berlin: days of it are free for every event type that is open for 60 days. */
export const nextMonth = (): IsoMonth => addMonths(thisMonth(), 1);

/** The 15th of next month: never a change of clocks, always ahead. */
export const dayAhead = (): IsoDate => `${nextMonth()}-15`;

/** Today, by the clock of Berlin. */
export const berlinDate = (): IsoDate =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());

/** The address of an event type's page with more in its query. */
export function addressOf({ handle, slug }: EventPage, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `/${handle}/${slug}${search === '' ? '' : `?${search}`}`;
}

/** A day of the calendar, whether it can be chosen or not. */
export const dayCell = (page: Page, date: IsoDate) => page.locator(`[data-date="${date}"]`);

/** A day that can be chosen: it has free times, or they are on their way. */
export const freeDay = (page: Page, date: IsoDate) => page.getByRole('link').and(dayCell(page, date));

/** The day whose times are shown. */
export const selectedDay = (page: Page) => page.locator('.day.selected [data-date]').getAttribute('data-date');

/** The name or the words of what has the focus; nothing where it is lost. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return '';
    return activeElement.getAttribute('aria-label') ?? activeElement.textContent;
  });

/** Opens a page at a day and chooses a time of it, written as the page writes it. */
export async function chooseTime(page: Page, eventPage: EventPage, time: string, query = {}): Promise<void> {
  await page.goto(addressOf(eventPage, { date: dayAhead(), ...query }));
  await page.getByRole('link', { name: time, exact: true }).click();
  await page.getByRole('heading', { name: 'Your details' }).waitFor();
}

/** Fills in who books. */
export async function fillIn(page: Page, { name, email }: Person): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Email').fill(email);
}

/** The query of the page's address. */
export const queryOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** The token of the booking that is in view. */
export const tokenOf = (page: Page) => decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');

/** A page of ours that answers 404 is itself an error in the console. */
export const NOT_FOUND = /404 \(Not Found\)/;
