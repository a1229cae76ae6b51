import { Webhook as Verifier } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { sendTestEvent } from '#commands/webhooks/deliveries.ts';
import { rotateWebhookSecret } from '#commands/webhooks/webhooks.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { openWebhookWorkshop } from '#test/fixtures/webhook-workshop.ts';
import { deliverEvents } from './deliver-events.ts';

const { deps, receivers, hostWith, deliver, passMinutes, deliveries } = await openWebhookWorkshop();

test('a redirect to a private address is not followed', async () => {
  const hidden = await receivers.behave('hidden');
  const one = await hostWith({ redirect: hidden });
  await bookTime(deps, one.type, at(0));
  await deliver(one);
  expect(await deliveries(one)).toMatchObject([{ state: 'queued', problem: 'redirect', answerStatus: 302 }]);
  expect(await receivers.received('hidden')).toEqual([]);
});

test('an address that has become private is not called', async () => {
  const one = await hostWith();
  await bookTime(deps, one.type, at(0));
  await deliverEvents({ ...deps, config: { ...deps.config, OUTBOUND_ALLOW: undefined } }, one.webhookId);
  expect(await deliveries(one)).toMatchObject([{ problem: 'not_public', answerStatus: null }]);
  await deps.orm.em.fork().execute(`update webhooks set url = 'https://localhost:1/' where id = ?`, [one.webhookId]);
  expect(await receivers.received(one.name)).toEqual([]);
});

test('an answer that takes too long is a failure; only the beginning of one is kept', async () => {
  const slow = await hostWith({ delayMs: 60_000 });
  await bookTime(deps, slow.type, at(0));
  await deliverEvents({ ...deps, config: { ...deps.config, WEBHOOK_TIMEOUT_MS: 100 } }, slow.webhookId);
  expect(await deliveries(slow)).toMatchObject([{ problem: 'timeout', answerStatus: null }]);
  const chatty = await hostWith({ answer: 'x\0'.repeat(1_000) });
  await bookTime(deps, chatty.type, at(0));
  await deliver(chatty);
  const [answered] = await deliveries(chatty);
  expect(answered?.answerBody).toMatch(/^x{512}$/);
});

test('a replaced secret signs beside the new one for a day', async () => {
  const one = await hostWith();
  const { secret } = await rotateWebhookSecret(deps, one);
  await sendTestEvent(deps, one);
  await deliver(one);
  await passMinutes(one, 24 * 60);
  await sendTestEvent(deps, one);
  await deliver(one);
  const [both, alone] = await receivers.received(one.name);
  const verified = (by: string, event: typeof both) =>
    new Verifier(by).verify(event?.call.body ?? '', event?.call.headers ?? {});
  for (const by of [secret, one.secret]) expect(verified(by, both)).toMatchObject({ type: 'webhook.test' });
  expect(verified(secret, alone)).toMatchObject({ type: 'webhook.test' });
  expect(() => verified(one.secret, alone)).toThrow('No matching signature found');
});
