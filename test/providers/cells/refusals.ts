import { expect } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { Stage } from '../stage.ts';

const DAY_MS = 86_400_000;
const CLOCKS_MS = 50;

/** Forms of Retry-After seen in the wild: the header, and the instant from which a call may be made again, both in epoch ms. */
interface Form {
  readonly said: string;
  readonly header: (now: number) => string;
  readonly until: (refusedAt: number, header: string) => number;
}

const FORMS: readonly Form[] = [
  { said: 'seconds', header: () => '2', until: (at) => at + 2_000 },
  { said: 'decimal seconds', header: () => '1.5', until: (at) => at + 1_500 },
  {
    said: 'an HTTP date',
    header: (now) => new Date(now + 4_000).toUTCString(),
    until: (_at, date) => Date.parse(date),
  },
  { said: 'no time at all', header: () => 'soon', until: (at) => at },
  { said: 'longer than an attempt lasts', header: () => '9', until: (at) => at + 9_000 },
];

/** Too many calls: the next one comes when it was asked for, not before. */
export async function tooManyCalls(stage: Stage): Promise<void> {
  for (const { said, header, until: untilOf } of FORMS) {
    const retryAfter = header(Date.now());
    await stage.fault({ operation: 'create', effect: 'rate_limit', retryAfter });
    const { booking } = await stage.book();
    await stage.link(booking);
    const [refused, made] = (await stage.ledgerOf()).filter(({ operation }) => operation === 'create').slice(-2);
    expect([said, refused?.status, made?.change]).toEqual([said, 429, 'created']);
    const early = untilOf(Date.parse(refused?.at ?? ''), retryAfter) - Date.parse(made?.startedAt ?? '');
    expect([said, early > CLOCKS_MS]).toEqual([said, false]);
  }
}

/** Our own update finds the meeting gone: it is created again, and no booking ends by it. */
export async function goneOnUpdate(stage: Stage): Promise<void> {
  const booked = await stage.book();
  const link = await stage.link(booked.booking);
  await stage.rest();
  await removeQuietly(stage, (await stage.meetingOf(booked)).id);
  const startsAt = await stage.freeTime(4 * DAY_MS);
  await booked.guest.reschedule(booked.booking.token, startsAt);
  const fresh = await until('another link', async () => {
    const { joinUrl } = (await booked.guest.read(booked.booking.token)).conference;
    return joinUrl !== link && joinUrl;
  });
  await stage.rest();
  const meeting = await stage.meetingOf(booked);
  expect(meeting.joinUrl).toBe(fresh);
  expect(Date.parse(meeting.startsAt)).toBe(Date.parse(startsAt));
  expect((await booked.guest.read(booked.booking.token)).status).toBe('confirmed');
  // A guest who has the old link is mailed the new one.
  const texts = async () => (await stage.mailbox.to(booked.guest.email)).map(({ text }) => text);
  await until('a mail with it', async () => (await texts()).some((text) => text.includes(fresh)));
}

/** Met on our own deletion: what is gone is done. */
export async function goneOnDelete(stage: Stage): Promise<void> {
  const booked = await stage.book();
  await stage.link(booked.booking);
  await stage.rest();
  await removeQuietly(stage, (await stage.meetingOf(booked)).id);
  await booked.guest.cancel(booked.booking.token);
  await stage.awaitLine(booked, 'COMPLETED cancelled none');
  const deletes = (await stage.ledgerOf()).filter(({ operation }) => operation === 'delete');
  expect(deletes.map(({ status }) => status === 404 || status === 410)).toEqual([true]);
}

/** A provider that is down for long: the confirmation waits its time and no longer, the link follows. */
export async function longDown(stage: Stage): Promise<void> {
  await stage.fault({ operation: 'create', effect: 'error', status: 503, times: 8 });
  const booked = await stage.book();
  const bookedAt = Date.now();
  const { guest } = await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  expect(Date.now() - bookedAt).toBeLessThan(stage.linkWaitMs + 8_000);
  expect((await booked.guest.read(booked.booking.token)).conference.status).toBe('pending');
  expect(guest.text).not.toMatch(/https:\/\/[\w.]*(zoom\.us|teams\.microsoft|meet\.google)/);
  const link = await stage.link(booked.booking);
  const mails = await stage.bothMailed(booked, /^[\w ]+ link/);
  expect([mails.guest.text.includes(link), mails.host.text.includes(link)]).toEqual([true, true]);
  await stage.rest();
  expect(await stage.kinds(booked.guest.email)).toHaveLength(2);
}

async function removeQuietly(stage: Stage, meetingId: string): Promise<void> {
  await stage.provider.notifications('drop');
  await stage.provider.remove(meetingId);
  await stage.provider.notifications('on');
}
