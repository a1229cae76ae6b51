import type { Page } from 'playwright-core';
import type { EventType } from '#api/event-types/schema.ts';
import type { HostClient } from '#dev/clients/host.ts';
import type { TestBrowser } from '#test/setup/browser.ts';

/** A window of a new host whom guests can book at any hour. */
export async function newOpenHost(browser: TestBrowser) {
  const visitor = await browser.newHost();
  await visitor.host.alwaysOpen();
  return visitor;
}

export const eventTypesOf = async (host: HostClient): Promise<EventType[]> =>
  (await host.json<{ items: EventType[] }>('GET', '/api/v1/event-types')).items;

/** Chooses from a list that opens below its field. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  await page
    .getByRole('textbox', { name: field })
    .or(page.getByRole('combobox', { name: field }))
    .first()
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
