import { expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { Scene } from '#test/scenes/scene.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

// A refresh hangs for as long as we let it: two minutes.
const stack = useStack({
  HTTP_TIMEOUT_MS: '120000',
  CALL_LEASE_MS: '125000',
  MEETING_ATTEMPT_MS: '240000',
  ACTIVITY_BUDGET_MS: '300000',
});
const scene = useScenes(stack);

test('while the token endpoint of one provider hangs, bookings with the others get link and mails', async () => {
  const [hanging, others]: [Scene[], Scene[]] = [[], []];
  for (let count = 0; count < 6; count += 1) hanging.push(await scene({ provider: 'zoom' }));
  for (const provider of ['teams', 'meet']) others.push(await scene({ provider }));
  const [zoom] = hanging;
  for (const { provider, accountEmail } of [...hanging, ...others]) await provider.expire(accountEmail);
  await zoom?.provider.fault({ operation: 'refresh', effect: 'timeout', times: 1_000 });
  await Promise.all(hanging.map(({ book }) => book()));
  const refreshes = async () =>
    ((await zoom?.provider.ledger()) ?? []).filter(({ operation, fault }) => operation === 'refresh' && fault);
  await until('every refresh to hang', async () => (await refreshes()).length === hanging.length, { within: 60_000 });
  await Promise.all(
    others.map(async ({ book, link, mailbox, host }) => {
      const { guest, booking } = await book();
      const begun = performance.now();
      const joinUrl = await link(booking);
      for (const reader of [guest.email, host.email])
        await until('the mail', async () => (await mailbox.to(reader)).some(({ text }) => text.includes(joinUrl)));
      console.log(
        `${new URL(joinUrl).hostname}: link and both mails ${Math.round(performance.now() - begun)} ms after booking`,
      );
    }),
  );
  const after = await refreshes();
  expect(after).toHaveLength(hanging.length);
  for (const { endedSeq } of after)
    expect(endedSeq, 'the others were served before a hanging one ended').toBeUndefined();
});
