import { randomUUID } from 'node:crypto';
import type { EventType } from '#api/event-types/schema.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { expectSame } from '../expect.ts';
import type { Play } from '../play.ts';

/** The shortest reminder there is, so that its timer rings while we watch. */
export const REMINDER_MINUTES = 1;

export interface Published {
  readonly host: HostClient;
  readonly eventType: EventType;
  readonly page: { readonly handle: string; readonly slug: string };
}

/** A new host connects the provider by its own OAuth and publishes an event type. */
export async function publish({ app, providerId, chapter, saw }: Play): Promise<Published> {
  chapter(`A host connects ${providerId} and publishes an event type`);
  const host = await signUp(app, { name: `Robin ${randomUUID().slice(0, 8)}` });
  await host.alwaysOpen();
  const landed = await host.connect(providerId, `robin-${randomUUID().slice(0, 8)}`);
  const { status, accountEmail } = await host.integration(providerId);
  expectSame('the card', status, 'connected');
  saw(`connected as ${accountEmail}, back at ${landed.pathname}`);
  const eventType = await host.offer(providerId, { reminderMinutes: [REMINDER_MINUTES] });
  saw(`published ${eventType.publicUrl}`);
  return { host, eventType, page: { handle: host.handle, slug: eventType.slug } };
}
