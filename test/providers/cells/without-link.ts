import { expect } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { Stage } from '../stage.ts';

type Traits = Readonly<Record<string, unknown>>;

/** Google and Microsoft may make the link a while after the event: it is waited for, then mailed. */
export async function linkComesLate(stage: Stage, traits: Traits): Promise<void> {
  await stage.provider.describe(stage.accountEmail, traits);
  const booked = await stage.book();
  await until('the event', async () => (await stage.meetingsOf(booked.guest)).length === 1);
  const { conference } = await booked.guest.read(booked.booking.token);
  expect(conference).toMatchObject({ status: 'pending', joinUrl: null });
  const link = await stage.link(booked.booking);
  expect(link).toMatch(stage.traits.link);
  const texts = async () => (await stage.mailbox.to(booked.guest.email)).map(({ text }) => text);
  await until('a mail with it', async () => (await texts()).some((text) => text.includes(link)));
  await stage.rest();
  expect((await stage.calls()).filter((call) => call === 'create')).toEqual(['create']);
}

/** The account makes the event but no link with it: said in words; a link by hand is mailed. */
export async function linkNeverComes(stage: Stage, traits: Traits): Promise<void> {
  await stage.provider.describe(stage.accountEmail, traits);
  const booked = await stage.book();
  const { host } = await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  await stage.awaitLine(booked, 'RUNNING confirmed failed');
  const { conference } = await stage.host.booking(booked.booking.id);
  expect(conference).toMatchObject({ status: 'failed', problem: { code: 'no_link' } });
  expect(host.text).toContain('link');
  expect((await stage.card()).bookingsWithoutLink).toBe(1);
  const link = `https://meet.example.org/by-hand-${booked.booking.id}`;
  await stage.host.json('PUT', `/api/v1/bookings/${booked.booking.id}/link`, { url: link });
  const mails = await stage.bothMailed(booked, /^[\w ]+ link/);
  expect([mails.guest.text.includes(link), mails.host.text.includes(link)]).toEqual([true, true]);
  await stage.awaitLine(booked, 'RUNNING confirmed ready');
}
