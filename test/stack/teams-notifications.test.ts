import { expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { type Scene, setScene } from '#test/scenes/scene.ts';
import { useStack } from '#test/setup/stack.ts';

/** No poll helps out: what is followed here, a notification has told. */
const stack = useStack({ POLL_MS: '3600000' });
const SOON = { within: 60_000 };
const HOUR_MS = 3_600_000;

const watchCalls = async ({ provider }: Scene, status: number) =>
  (await provider.ledger()).filter((call) => call.operation === 'watch' && call.status === status).length;

/** A host connected to Teams, whose subscription is open. */
async function watched(): Promise<Scene> {
  const scene = await setScene(await stack.file(), { provider: 'teams' });
  const account = (await scene.provider.ledger()).findLast(({ operation }) => operation === 'identify')?.accountId;
  const isOpen = async () =>
    (await scene.provider.ledger()).some(
      ({ operation, status, ...call }) => operation === 'watch' && status === 201 && call.accountId === account,
    );
  await until('the subscription', isOpen, SOON);
  return scene;
}

const isRevoked = ({ host }: Scene) =>
  until('the connection to be revoked', async () => (await host.integration('teams')).status === 'revoked', SOON);

test('moved and deleted in Outlook', async () => {
  const scene = await watched();
  const { guest, booking } = await scene.book();
  expect(await scene.link(booking)).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
  const id = (await scene.meetingsOf(guest))[0]?.id ?? '';
  const later = new Date(Date.parse(booking.startsAt) + 3 * HOUR_MS);
  await scene.provider.move(id, later.toISOString());
  const startsAt = async () => Date.parse((await guest.read(booking.token)).startsAt);
  await until('the booking to follow', async () => (await startsAt()) === later.getTime(), SOON);
  await scene.provider.remove(id);
  const status = async () => (await guest.read(booking.token)).status;
  await until('the booking to be cancelled', async () => (await status()) === 'cancelled', SOON);
});

test('a subscription that asks for fresh authorization is replaced and ended', async () => {
  const { simulators } = await stack.file();
  const scene = await watched();
  await scene.link((await scene.book()).booking);
  const [made, ended] = [await watchCalls(scene, 201), await watchCalls(scene, 204)];
  await fetch(`${simulators}/teams/lifecycle/${scene.accountEmail}/reauthorizationRequired`, { method: 'POST' });
  await until('another subscription', async () => (await watchCalls(scene, 201)) === made + 1, SOON);
  await until('the end of the first', async () => (await watchCalls(scene, 204)) === ended + 1, SOON);
  expect((await scene.host.integration('teams')).status).toBe('connected');
});

test('consent withdrawn at Microsoft, and given again', async () => {
  const scene = await watched();
  await scene.link((await scene.book()).booking);
  await scene.provider.uninstall(scene.accountEmail);
  await isRevoked(scene);
  expect((await scene.host.integration('teams')).problem?.code).toBe('uninstalled');
  const { booking } = await scene.book();
  await scene.host.connect('teams', scene.accountEmail);
  await scene.link(booking);
});

test('a booking that meets the revoked grant before Microsoft’s word of it has come', async () => {
  const scene = await watched();
  await scene.link((await scene.book()).booking);
  // Held back for a moment.
  await scene.provider.notifications('reorder');
  await scene.provider.uninstall(scene.accountEmail);
  await scene.book();
  await isRevoked(scene);
  expect((await scene.host.integration('teams')).problem?.code).toBe('uninstalled');
  await scene.provider.notifications('on');
});
