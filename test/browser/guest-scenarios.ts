import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { Scene } from '#test/scenes/scene.ts';
import type { useScenes } from '#test/scenes/use-scenes.ts';
import type { TestBrowser, Visitor } from '#test/setup/browser.ts';
import { addMonths } from '../../web/src/shared/iso-days.ts';
import {
  addressOf,
  dayAhead,
  dayCell,
  freeDay,
  fillIn,
  nextMonth,
  NOT_FOUND,
  queryOf,
  tokenOf,
} from './guest-steps.ts';

/** Where a scenario is played: with scripts at work, or without any. */
export interface Stage {
  readonly hasScripts: boolean;
  /** Whether time zones are chosen in a dialog; else on a page of their own. */
  readonly hasDialog: boolean;
  readonly setScene: ReturnType<typeof useScenes>;
  readonly browser: TestBrowser;
  /** A guest in Berlin. */
  readonly newVisitor: () => Promise<Visitor>;
}

interface Scenario {
  readonly name: string;
  readonly play: (stage: Stage) => Promise<void>;
}

const RULES = { slotIntervalMinutes: 30 };
const NINE_UTC = `${dayAhead()}T09:00:00Z`;
const time = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const seeHeading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor();

/** Where a link of a guest's newest mail leads. */
async function addressInMail({ browser }: Stage, scene: Scene, email: string, link: string): Promise<string> {
  const mail = await scene.mailbox.awaitMail(email, /./);
  const letter = await browser.openMail(await browser.newVisitor(), mail);
  return (await letter.getByRole('link', { name: link }).first().getAttribute('href')) ?? '';
}

/** Times in a zone of one's own: from a dialog, or from a page of its own. */
async function chooseZone({ hasScripts, hasDialog }: Stage, page: Page, zone: string, typed: string): Promise<void> {
  // Before scripts arrive, the link leads to the page of time zones.
  if (hasScripts) await page.getByRole('grid').waitFor();
  await page.getByRole('link', { name: /Time zone/ }).click();
  if (hasDialog) {
    await page.getByRole('combobox').fill(typed);
    await page.getByRole('option', { name: new RegExp(typed, 'i') }).click();
  } else {
    await page.getByLabel('Show times in').selectOption(zone);
    await button(page, 'Change time zone').click();
  }
  await page.getByRole('link', { name: new RegExp(`Time zone: ${typed}`, 'i') }).waitFor();
}

async function bookFromHostPage(stage: Stage): Promise<void> {
  const scene = await stage.setScene({ rules: RULES });
  const guest = scene.newGuest();
  const { page } = await stage.newVisitor();
  await page.goto(`/${scene.page.handle}`);
  await page.getByRole('link', { name: 'Intro call' }).click();
  await chooseZone(stage, page, 'Asia/Tokyo', 'Tokyo');
  await page.reload();
  // At a month's end, when Tokyo has no more of its times or is in the next one, the page begins with that.
  if ((await dayCell(page, dayAhead()).count()) === 0) {
    await page.getByRole('link', { name: 'Next month' }).click();
    // Its grid has some of the next month's days too, and gives way to another one.
    await page.getByRole('link', { name: 'Previous month' }).waitFor();
  }
  await freeDay(page, dayAhead()).click();
  // Until then the times of the first available day are there.
  await page.getByRole('heading', { name: new RegExp(`\\b${Number(dayAhead().slice(8))}\\b`) }).waitFor();
  await time(page, '18:30').click();
  await seeHeading(page, 'Your details');
  await page.getByText('18:30 – 19:00').waitFor();
  await fillIn(page, guest);
  await button(page, 'Confirm booking').click();
  await seeHeading(page, 'You’re booked');
  expect(queryOf(page)['news']).toBe('booked');
  const booking = await guest.read(tokenOf(page));
  expect(booking).toMatchObject({
    status: 'confirmed',
    startsAt: `${dayAhead()}T09:30:00.000Z`,
    guest: { email: guest.email, timeZone: 'Asia/Tokyo' },
  });
  const link = await scene.link(booking);
  await page.reload();
  expect(await page.getByRole('link', { name: 'Join the meeting' }).getAttribute('href')).toBe(link);
}

async function answerQuestions(stage: Stage): Promise<void> {
  const questions = [
    { id: 'company', label: 'Your company', kind: 'text', required: true },
    { id: 'topic', label: 'What is it about?', kind: 'long_text', required: false },
    { id: 'size', label: 'How many are you?', kind: 'choice', required: true, options: ['Just me', 'A team'] },
    { id: 'rules', label: 'I have read the rules', kind: 'checkbox', required: true },
  ];
  const scene = await stage.setScene({ rules: { ...RULES, questions } });
  const guest = scene.newGuest();
  const { page, watch } = await stage.newVisitor();
  if (!stage.hasScripts) watch.expect(/422 \(Unprocessable/);
  await page.goto(addressOf(scene.page, { date: dayAhead(), tz: 'Europe/Berlin', company: 'Lee & Co' }));
  await time(page, '12:00').click();
  await fillIn(page, { name: guest.name, email: 'sam@example' });
  await page.getByLabel('What is it about?').fill('Two things.\nBoth urgent.');
  await page.getByLabel('How many are you?').selectOption('A team');
  await page.getByLabel('I have read the rules').check();
  await button(page, 'Confirm booking').click();
  await page.locator('#field-email-problem').waitFor();
  expect(await page.getByLabel('Email').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel('What is it about?').inputValue()).toBe('Two things.\nBoth urgent.');
  await page.getByLabel('Email').fill(guest.email);
  await button(page, /^(Confirm booking|Try again)$/).click();
  await seeHeading(page, 'You’re booked');
  const { id } = await guest.read(tokenOf(page));
  const { answers } = (await scene.host.booking(id)).guest;
  expect(answers.map(({ value }) => value)).toEqual(['Lee & Co', 'Two things.\nBoth urgent.', 'A team', true]);
}

async function findTimeGone(stage: Stage): Promise<void> {
  const scene = await stage.setScene({ rules: RULES });
  const guest = scene.newGuest();
  const { page, watch } = await stage.newVisitor();
  await page.goto(addressOf(scene.page, { date: dayAhead(), tz: 'Europe/Berlin' }));
  await time(page, '10:00').click();
  await fillIn(page, guest);
  await scene.newGuest().book(scene.page, queryOf(page)['slot'] ?? '');
  watch.expect(/409 \(Conflict\)/);
  await button(page, 'Confirm booking').click();
  const notice = page.getByRole('alert').filter({ hasText: 'is no longer free' });
  await notice.waitFor();
  const offers = notice.getByRole('button', { name: /\d\d:\d\d$/ });
  const near = ['08:30', '09:00', '09:30', '10:30', '11:00', '11:30'];
  await expect.poll(async () => (await offers.allTextContents()).map((text) => text.slice(-5))).toEqual(near);
  await offers.filter({ hasText: /10:30$/ }).click();
  await page.getByText('10:30 – 11:00').waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe(guest.name);
  await button(page, 'Confirm booking').click();
  await seeHeading(page, 'You’re booked');
  expect(await guest.read(tokenOf(page))).toMatchObject({ guest: { name: guest.name, email: guest.email } });
}

async function reschedule(stage: Stage): Promise<void> {
  const scene = await stage.setScene({ rules: RULES });
  const guest = scene.newGuest();
  const { token, startsAt } = await guest.book(scene.page, NINE_UTC);
  const { page } = await stage.newVisitor();
  await page.goto(await addressInMail(stage, scene, guest.email, 'Reschedule'));
  await page.getByRole('heading', { name: 'Intro call', level: 1 }).waitFor();
  await page.getByText('Now', { exact: true }).waitFor();
  await time(page, '07:30').click();
  await seeHeading(page, 'Reschedule to this time?');
  await page.getByText('Was', { exact: true }).waitFor();
  expect((await guest.read(token)).startsAt).toBe(startsAt);
  await button(page, 'Reschedule').click();
  await seeHeading(page, 'Meeting rescheduled');
  await page.getByText('07:30 – 08:00').waitFor();
  expect(await page.locator('.ticket del').textContent()).toMatch(/0[45]:00$/);
  const moved = await guest.read(token);
  expect(moved).toMatchObject({ revision: 2, previousStartsAt: startsAt });
  await until('the meeting to move', async () => (await scene.meetingsOf(guest))[0]?.startsAt === moved.startsAt);
}

async function cancel(stage: Stage): Promise<void> {
  const scene = await stage.setScene({ rules: RULES });
  const guest = scene.newGuest();
  const { id, token } = await guest.book(scene.page, NINE_UTC);
  const { page } = await stage.newVisitor();
  await page.goto(await addressInMail(stage, scene, guest.email, 'Cancel'));
  await seeHeading(page, 'Cancel this meeting?');
  await page.getByRole('link', { name: 'Keep meeting' }).click();
  await seeHeading(page, /^You’re meeting Robin/);
  expect((await guest.read(token)).status).toBe('confirmed');
  await page.getByRole('link', { name: 'Cancel', exact: true }).click();
  await page.getByLabel(/^Reason/).fill('A cold');
  await button(page, 'Cancel meeting').click();
  await seeHeading(page, 'Meeting cancelled');
  expect(await scene.host.booking(id)).toMatchObject({ status: 'cancelled', reason: 'A cold' });
  await until('the meeting to be gone', async () => (await scene.meetingsOf(guest)).length === 0);
  await page.getByRole('link', { name: 'Book another time' }).click();
  await page.waitForURL(`**/${scene.page.handle}/${scene.page.slug}*`);
}

async function findBookingChanged(stage: Stage): Promise<void> {
  const scene = await stage.setScene({ rules: RULES });
  const guest = scene.newGuest();
  const booking = await guest.book(scene.page, NINE_UTC);
  const { id, token } = booking;
  // While a link is being made, the page would ask for news by itself and see the change before the guest decides.
  await scene.link(booking);
  const { page, watch } = await stage.newVisitor();
  await page.goto(`/booking/${token}?action=cancel`);
  await seeHeading(page, 'Cancel this meeting?');
  await scene.host.json('POST', `/api/v1/bookings/${id}/reschedule`, { startsAt: `${dayAhead()}T13:00:00Z` });
  watch.expect(/409 \(Conflict\)/);
  await button(page, 'Cancel meeting').click();
  await page.getByText('The booking has changed meanwhile').waitFor();
  await page.getByText(/0[89]:00, .*New York time/).waitFor();
  expect((await guest.read(token)).status).toBe('confirmed');
  await button(page, 'Cancel meeting').click();
  await seeHeading(page, 'Meeting cancelled');
}

async function askForAnotherTime(stage: Stage): Promise<void> {
  const scene = await stage.setScene({ rules: { ...RULES, requiresConfirmation: true } });
  const guest = scene.newGuest();
  const { page } = await stage.newVisitor();
  await page.goto(addressOf(scene.page, { slot: NINE_UTC, tz: 'Europe/Berlin' }));
  await fillIn(page, guest);
  await button(page, 'Request booking').click();
  await seeHeading(page, /^Your request is with Robin/);
  await page.getByText('You’ll get the link as soon as').waitFor();
  const { id, token, startsAt } = await guest.read(tokenOf(page));
  await scene.host.json('POST', `/api/v1/bookings/${id}/confirm`, {});
  await page.goto(`/booking/${token}?action=reschedule&tz=Europe/Berlin`);
  await time(page, '07:30').click();
  await seeHeading(page, 'Request this time?');
  await button(page, 'Request new time').click();
  await seeHeading(page, /^You asked Robin.* for a new time/);
  await page.getByText('Requested, not confirmed yet').waitFor();
  expect(await guest.read(token)).toMatchObject({ startsAt, proposedStartsAt: expect.any(String) });
  await button(page, 'Keep current time').click();
  await page.getByText('You kept the current time.').waitFor();
  expect(await guest.read(token)).toMatchObject({ startsAt, proposedStartsAt: null });
}

async function useDataRights(stage: Stage): Promise<void> {
  const scene = await stage.setScene({ rules: { ...RULES, reminderMinutes: [1_440] } });
  const guest = scene.newGuest();
  const { token } = await guest.book(scene.page, NINE_UTC);
  const { page, watch } = await stage.newVisitor();
  await page.goto(`/booking/${token}`);
  await button(page, 'Turn reminders off').click();
  await page.locator('#reminders').getByText('Reminders are off.').waitFor();
  expect((await guest.read(token)).remindersOff).toBe(true);
  await page.getByText('Your data').click();
  const arriving = page.waitForEvent('download');
  await button(page, 'Download a copy').click();
  expect((await arriving).suggestedFilename()).toBe('booking.json');
  await page.getByRole('link', { name: 'Erase my data' }).click();
  await button(page, 'Erase permanently').click();
  await seeHeading(page, 'Your data is erased');
  watch.expect(NOT_FOUND);
  await page.goto(`/booking/${token}`);
  await seeHeading(page, 'Page not found');
}

async function skipEmptyMonths(stage: Stage): Promise<void> {
  const later = addMonths(nextMonth(), 2);
  const bookingWindow = { kind: 'range', from: `${later}-10`, to: `${later}-20` };
  const scene = await stage.setScene({ rules: { ...RULES, bookingWindow } });
  const { page } = await stage.newVisitor();
  await page.goto(addressOf(scene.page));
  await page
    .locator('.skipped')
    .filter({ hasText: /No free times in .*\. First available: / })
    .waitFor();
  await page.locator('.day.selected').filter({ hasText: ' 10 ' }).waitFor();
  await page.getByRole('link', { name: 'Previous month' }).click();
  await page.getByRole('link', { name: /^First available: .* 10 / }).click();
  await time(page, '00:00').waitFor();
  expect(queryOf(page)['month']).toBe(later);
}

async function findNothing(stage: Stage): Promise<void> {
  const scene = await stage.setScene({ rules: { published: false } });
  const { page, watch } = await stage.newVisitor();
  watch.expect(NOT_FOUND);
  for (const address of [`/nobody-${randomUUID()}`, addressOf(scene.page), '/booking/k1.cut.short']) {
    await page.goto(address);
    await page.getByRole('heading', { name: 'Page not found', level: 1 }).waitFor();
  }
  await page.goto(`/${scene.page.handle}/unknown`);
  await page.getByRole('link', { name: /^See what you can book with Robin/ }).click();
  await page.getByText('isn’t taking bookings right now').waitFor();
}

/** Booked, gone meanwhile, moved, cancelled, asked for again: what changes most on the pages. */
export const CHANGES_OF_MIND: readonly Scenario[] = [
  { name: 'from the host’s page to a booking in a zone of one’s own', play: bookFromHostPage },
  { name: 'a time taken while typing: the form is kept, and the nearest times are offered', play: findTimeGone },
  { name: 'rescheduled by the link in the mail, with the former time in view', play: reschedule },
  { name: 'cancelled by the link in the mail, with a reason, and by the button only', play: cancel },
  { name: 'a request, confirmed; then a new time is requested and withdrawn', play: askForAnotherTime },
];

/** Everything a guest does, by what it takes; each is played with scripts and without. */
export const SCENARIOS: readonly Scenario[] = [
  ...CHANGES_OF_MIND,
  {
    name: 'the host’s questions: what is wrong is said beside its field, and what was typed stays',
    play: answerQuestions,
  },
  { name: 'what the host did meanwhile is shown before the guest decides again', play: findBookingChanged },
  { name: 'reminders are turned off, a copy of the data is taken, and the data is erased', play: useDataRights },
  { name: 'the next month with free times is found', play: skipEmptyMonths },
  { name: 'what is not there is said in kind words', play: findNothing },
];
