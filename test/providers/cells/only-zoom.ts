import { expect } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { Stage } from '../stage.ts';

const DAY_MS = 86_400_000;

/** Zoom takes no more changes until midnight UTC: the work is parked, host and timeline say so. */
export async function dailyCap(stage: Stage): Promise<void> {
  await stage.provider.describe(stage.accountEmail, { dailyCap: 0 });
  const booked = await stage.book();
  const { host } = await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  await until('the host to be told', async () => (await stage.host.booking(booked.booking.id)).timeline.length > 2);
  const { timeline, conference } = await stage.host.booking(booked.booking.id);
  expect(timeline.find(({ kind }) => kind === 'conference_parked')?.text).toContain('midnight UTC');
  expect(conference).toMatchObject({ status: 'pending', joinUrl: null });
  expect(host.text).not.toContain('zoom.us/j/');
  const rows = await stage.rows<{ paused_until: Date }>(PAUSED);
  const midnight = new Date().setUTCHours(24, 0, 0, 0);
  expect((rows[0]?.paused_until.getTime() ?? 0) - midnight).toBeGreaterThanOrEqual(-1_000);
  expect((rows[0]?.paused_until.getTime() ?? 0) - midnight).toBeLessThan(60_000);
  await stage.provider.describe(stage.accountEmail, { dailyCap: 100 });
  // Parked work is not tried before its time, even if the host asks.
  await stage.host.json('POST', `/api/v1/bookings/${booked.booking.id}/resend`, {});
  await stage.awaitLine(booked, 'RUNNING confirmed pending');
  expect((await stage.ledgerOf()).filter(({ operation }) => operation === 'create')).toHaveLength(1);
}

const PAUSED = `select k.paused_until from connections k join users u on u.id = k.host_id where u.handle = $1 and k.provider = $2`;

/** The same with a short day: the work continues by itself. */
export async function dailyCapEnds(stage: Stage): Promise<void> {
  const resumes = new Date(Date.now() + 2_000).toISOString();
  await stage.fault({ operation: 'create', effect: 'rate_limit', retryAfter: resumes });
  const booked = await stage.book();
  const link = await stage.link(booked.booking);
  await stage.rest();
  expect((await stage.meetingOf(booked)).joinUrl).toBe(link);
  const made = (await stage.ledgerOf()).find(({ change }) => change === 'created');
  expect(Date.parse(made?.startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(resumes));
}

/** Zoom lets only the newest connection of an account in: the older one's host is told why, and can have it back. */
export async function connectedElsewhere(older: Stage, newer: Stage): Promise<void> {
  const before = await older.book();
  const link = await older.link(before.booking);
  await newer.connect(older.accountEmail);
  const card = await older.awaitCard({ status: 'reconnect_needed' });
  expect(card.problem).toMatchObject({ code: 'connected_elsewhere' });
  expect(card.problem?.text).toContain('another Insytical user');
  const mail = await older.mailbox.awaitMail(older.host.email, /^Reconnect needed/);
  expect(mail.text).toContain('another Insytical user');
  expect((await before.guest.read(before.booking.token)).conference).toMatchObject({ status: 'ready', joinUrl: link });
  const waiting = await older.book(3 * DAY_MS);
  const theirs = await newer.book();
  await newer.link(theirs.booking);
  expect((await waiting.guest.read(waiting.booking.token)).conference.status).toBe('unavailable');
  await older.connect();
  await older.link(waiting.booking);
  expect((await newer.awaitCard({ status: 'reconnect_needed' })).problem).toMatchObject({
    code: 'connected_elsewhere',
  });
}

/** A meeting of a cancelled booking that the host brings back: told, and left alone. */
export async function recovered(stage: Stage): Promise<void> {
  const booked = await stage.book();
  await stage.link(booked.booking);
  const { id } = await stage.meetingOf(booked);
  await booked.guest.cancel(booked.booking.token);
  await stage.awaitLine(booked, 'COMPLETED cancelled none');
  await stage.provider.recover(id);
  const kinds = async () => (await stage.host.booking(booked.booking.id)).timeline.map(({ kind }) => kind);
  await until('the timeline to tell', async () => (await kinds()).includes('recovered_at_provider'));
  const mail = await stage.mailbox.awaitMail(stage.host.email, /^Back in Zoom/);
  expect(mail.text).toContain('restored in Zoom');
  await stage.awaitLine(booked, 'COMPLETED cancelled none');
  await stage.rest();
  expect((await stage.kinds(booked.guest.email)).at(-1)).toBe('Cancelled');
  expect(await stage.meetingsOf(booked.guest)).toHaveLength(1);
  expect((await stage.calls()).filter((call) => call === 'delete')).toHaveLength(1);
  expect((await booked.guest.read(booked.booking.token)).status).toBe('cancelled');
}
