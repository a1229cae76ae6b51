import type { WebhookDeliveries as Deliveries, WebhookMade } from '#api/openapi/client/types.ts';
import { openReceiverClient } from '#dev/clients/receivers.ts';
import { signUp } from '#dev/clients/host.ts';
import { until } from '#dev/clients/until.ts';
import { webhookWorkflowId } from '#workflows/signals.ts';
import type { RecordingScene } from './record-bookings.ts';

/** A webhook whose receiver fails, answers again, says that it is gone, and is deleted. */
export async function recordWebhook({ stack, recorder }: RecordingScene): Promise<void> {
  const { app, simulators } = await stack.file();
  const receivers = openReceiverClient(simulators);
  const host = await signUp(app, { name: 'Recorded' });
  const url = await receivers.behave('recorded', { status: 500 });
  const { id } = await host.json<WebhookMade>('POST', '/api/v1/webhooks', { url, events: ['booking.confirmed'] });
  const path = `/api/v1/webhooks/${id}`;
  const newest = async () => (await host.json<Deliveries>('GET', `${path}/deliveries`)).items[0];
  await host.json('POST', `${path}/test`);
  await until('the first attempt to fail', async () => (await newest())?.answer?.status === 500);
  await receivers.behave('recorded');
  await host.json('POST', `${path}/deliveries/${(await newest())?.id}/resend`);
  await until('the delivery', async () => (await newest())?.state === 'delivered');
  await receivers.behave('recorded', { status: 410 });
  await host.json('POST', `${path}/test`);
  await until('it to be paused', async () => {
    const { items } = await host.json<{ items: { state: string }[] }>('GET', '/api/v1/webhooks');
    return items[0]?.state === 'paused';
  });
  await host.json('DELETE', path);
  await recorder.keep('webhook', { workflowId: webhookWorkflowId(id), status: 'COMPLETED' });
}
