import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { chooseTime, fillIn, tokenOf } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
const newAddress = () => `guest-${randomUUID()}@example.org`;

test('a guest brings two others; one leaves by the mail, the other is removed by the host', async () => {
  const scene = await setScene({ rules: { slotIntervalMinutes: 30 } });
  const guest = scene.newGuest();
  const [bo, carl] = [newAddress(), newAddress()];
  const { page } = await browser.newVisitor();
  await chooseTime(page, scene.page, '10:00');
  await fillIn(page, guest);
  await page.getByText('Add guests').click();
  const field = page.getByLabel('Addresses of your guests');
  await field.fill(`Bo Lind <${bo}>, carl@`);
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByText('“carl@” is no email address.').waitFor();
  await field.fill(`Bo Lind <${bo}>, ${carl}`);
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('heading', { name: 'You’re booked' }).waitFor();
  for (const told of ['Bo Lind', bo, carl]) await page.getByText(told, { exact: true }).waitFor();

  const visitor = await browser.newVisitor({ viewport: { width: 390, height: 844 } });
  const letter = await browser.openMail(visitor, await scene.mailbox.awaitMail(bo, /invitation/i));
  const leaving = await browser.follow(letter, 'Stop these emails and leave the meeting');
  await leaving.getByText(`${guest.name} added you`).waitFor();
  await leaving.getByRole('button', { name: 'Leave meeting' }).click();
  await leaving.getByRole('heading', { name: 'You left the meeting' }).waitFor();

  const { id } = await guest.read(tokenOf(page));
  const inside = await browser.openAs(scene.host);
  await inside.page.goto(`/bookings/${id}`);
  await inside.page.getByText('A further guest left.').waitFor();
  expect(await inside.page.getByText(bo).count()).toBe(0);
  await inside.page.getByRole('button', { name: `Remove ${carl}` }).click();
  await inside.page.getByRole('dialog').getByRole('button', { name: 'Remove guest' }).click();
  await inside.page.getByText(`Guest removed. We’ll email ${carl}.`).waitFor();
  await inside.page.getByRole('link', { name: carl }).waitFor({ state: 'hidden' });
  expect((await scene.mailbox.awaitMail(carl, /removed/i)).text).toContain('no longer invited');
  expect(await guest.read(tokenOf(page))).toMatchObject({ status: 'confirmed', guests: [] });
});
