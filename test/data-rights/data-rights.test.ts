import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { GuestClient } from '#dev/clients/guest.ts';
import { until } from '#dev/clients/until.ts';
import type { Workflows } from '#dev/clients/workflows.ts';
import { createOrm } from '#db/orm.ts';
import { findInDatabase } from '#test/fixtures/dump.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { bookingWorkflowId } from '#workflows/signals.ts';

const stack = useSharedStack();
const scene = useScenes(stack);

/** Rows of the running stack's database that hold one of the texts. */
async function rowsWith(texts: readonly string[]): Promise<string[]> {
  const orm = createOrm({ url: (await stack.file()).database, pool: 1, applicationName: 'test' });
  try {
    return await findInDatabase({ orm }, texts);
  } finally {
    await orm.close();
  }
}

/** A booking's newest history with every payload as readable text. */
async function historyOf({ client }: Workflows, bookingId: string): Promise<string> {
  const { events } = await client.workflow.getHandle(bookingWorkflowId(bookingId)).fetchHistory();
  return JSON.stringify(events, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
  );
}

const erase = (guest: GuestClient, token: string) => guest.json('POST', `/api/v1/public/bookings/${token}/erase`);

test('a guest erased: meeting gone, host told, and a later look finds nothing in database, mail queue, inbox, histories', async () => {
  const { book, link, meetingsOf, mailbox, host, workflows } = await scene();
  const { guest, booking } = await book();
  const joinUrl = await link(booking);
  const [meeting] = await meetingsOf(guest);
  await mailbox.awaitMail(guest.email, /confirmed/i);
  const traces = [guest.name, guest.email, joinUrl, meeting?.id ?? randomUUID()];
  expect(await rowsWith(traces)).not.toEqual([]);

  await erase(guest, booking.token);
  await mailbox.awaitMail(guest.email, /cancelled/i);
  const told = await mailbox.awaitMail(host.email, /cancelled/i);
  expect(told.text).toContain(guest.name);
  await until('the meeting to be gone', async () => (await meetingsOf(guest)).length === 0);
  await until('the workflow to end', async () => (await workflows.statusOf(booking.id)) === 'COMPLETED');
  // The provider's word that the meeting is gone may be coming in.
  await expect.poll(() => rowsWith(traces)).toEqual([]);
  const history = await historyOf(workflows, booking.id);
  expect(history).toContain('erase');
  for (const trace of traces) expect(history).not.toContain(trace);
  expect((await guest.request('GET', `/api/v1/public/bookings/${booking.token}`)).status).toBe(404);
});

test('a guest who goes after the cancellation was mailed is gone at once', async () => {
  const { book, link, mailbox, host, workflows } = await scene();
  const { guest, booking } = await book();
  await link(booking);
  await guest.cancel(booking.token, `because ${guest.name} is ill`);
  await mailbox.awaitMail(host.email, /cancelled/i);
  await until('the workflow to end', async () => (await workflows.statusOf(booking.id)) === 'COMPLETED');
  await erase(guest, booking.token);
  expect(await rowsWith([guest.name, guest.email])).toEqual([]);
});

test('a host deleted: guests told, meetings deleted, the grant revoked, no row left', async () => {
  const { book, link, meetingsOf, mailbox, host, provider, accountEmail } = await scene();
  const { guest, booking } = await book();
  await link(booking);
  const { id } = await host.json<{ id: string }>('GET', '/api/v1/me');
  expect((await host.request('DELETE', '/api/v1/me')).status).toBe(204);
  expect((await host.request('GET', '/api/v1/me')).status).toBe(401);
  await mailbox.awaitMail(guest.email, /cancelled/i);
  await until('the meeting to be gone', async () => (await meetingsOf(guest)).length === 0);
  await until('no row to be left', async () => (await rowsWith([id, host.email])).length === 0, {
    within: 120_000,
    every: 1_000,
  });
  expect(await rowsWith([guest.email, accountEmail, booking.id])).toEqual([]);
  expect((await provider.accounts()).find(({ email }) => email === accountEmail)?.connected).toBe(false);
  expect((await guest.request('GET', `/api/v1/public/bookings/${booking.token}`)).status).toBe(404);
});
