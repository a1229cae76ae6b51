import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CALENDAR_SCOPE } from '#providers/meet/manifest.ts';
import { type GoogleStage, openGoogleStage } from './google-stage.ts';
import { failureOf, newMarker, timesOf, wantedMeeting, withLink } from './wanted.ts';

let google: GoogleStage;
let account: string;
let count = 0;

beforeAll(async () => {
  google = await openGoogleStage();
});
afterAll(() => google.stage.close());
beforeEach(async () => {
  await google.stage.simulator.reset();
  account = `host${++count}`;
});

const connect = async () => (await google.stage.connect(account)).access;
const liveIds = async () => (await google.stage.simulator.meetings()).map(({ id }) => id);

describe('consent', () => {
  test('is asked for lasting access to the host’s own events and no more', () => {
    const attempt = { state: 's', codeVerifier: 'v'.repeat(43), redirectUri: 'https://us.example/oauth/meet/callback' };
    const asked = google.stage.provider.authorizeUrl({ ...attempt, loginHint: 'anna@gmail.example' }).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      access_type: 'offline',
      prompt: 'consent',
      scope: `openid email ${CALENDAR_SCOPE}`,
      login_hint: 'anna@gmail.example',
    });
  });

  test('without the calendar’s box ticked is no connection', async () => {
    await google.traits(account, { calendarTicked: false });
    const { callback, attempt } = await google.stage.consent(account);
    expect(await failureOf(google.stage.provider.exchange(callback, attempt))).toMatchObject({
      kind: 'rejected',
      facts: { code: 'scopes_missing' },
    });
  });

  test('withdrawn at Google ends the grant', async () => {
    const { provider, simulator } = google.stage;
    const { access, grant } = await google.stage.connect(account);
    await simulator.uninstall(access.accountId);
    expect((await failureOf(provider.findByMarker(access, newMarker()))).kind).toBe('expired_access');
    expect((await failureOf(provider.refresh(grant.refreshToken ?? ''))).kind).toBe('reauthorize');
  });
});

describe('creating once', () => {
  test('a repeated create adopts the first one’s event', async () => {
    const access = await connect();
    const marker = newMarker();
    const first = await google.create(access, marker);
    expect((await google.create(access, marker)).id).toBe(first.id);
    expect(await liveIds()).toEqual([first.id]);
  });

  test('ids of events that were deleted are passed over', async () => {
    const access = await connect();
    const marker = newMarker();
    const ids: string[] = [];
    for (let made = 0; made < 3; made++) {
      const { id } = await google.create(access, marker);
      await google.stage.simulator.remove(id);
      ids.push(id);
    }
    expect(new Set(ids).size).toBe(3);
    const last = await google.create(access, marker);
    expect(await google.stage.provider.findByMarker(access, marker)).toMatchObject([{ id: last.id }]);
  });

  test('a foreign event under our id is left alone', async () => {
    const access = await connect();
    const marker = newMarker();
    const id = marker.split('.')[1]?.replaceAll('-', '');
    const start = { dateTime: '2030-01-01T00:00:00Z' };
    await google.byHand(access, 'POST', '', { id, start, end: start });
    expect((await google.create(access, marker)).id).not.toBe(id);
  });

  test('a collision Google misses leaves twins that can be found, oldest first', async () => {
    await google.traits(account, { collisions: 'undetected' });
    const access = await connect();
    const marker = newMarker();
    const first = await google.create(access, marker);
    const second = await google.create(access, marker);
    const found = await google.stage.provider.findByMarker(access, marker);
    expect(found.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  test('a taken id whose event cannot be read yet is tried again later', async () => {
    const access = await connect();
    const marker = newMarker();
    await google.create(access, marker);
    await google.stage.simulator.plan({ operation: 'get', effect: 'error', status: 404 });
    const failure = await failureOf(google.create(access, marker));
    expect(failure).toMatchObject({ kind: 'unavailable', facts: { definite: false } });
  });

  test.each([403, 429])('a rate limit is one with the status %i too', async (status) => {
    const access = await connect();
    await google.stage.simulator.plan({ operation: 'create', effect: 'rate_limit', status });
    expect((await failureOf(google.create(access))).kind).toBe('rate_limited');
  });
});

async function madeWhileLagging(readLagMs: number, marker = newMarker()) {
  await google.traits(account, { readLagMs });
  const access = await connect();
  return { access, id: (await google.create(access, marker)).id };
}

describe('an event that Google’s copies do not all show yet', () => {
  test('is moved, not taken for deleted', async () => {
    const { access, id } = await madeWhileLagging(500);
    const later = wantedMeeting(4);
    expect(await google.stage.provider.updateMeeting(access, id, later)).toMatchObject(timesOf(later));
  });

  test('is read, not taken for deleted', async () => {
    const { access, id } = await madeWhileLagging(500);
    expect(await google.stage.provider.getMeeting(access, id)).toMatchObject({ id });
  });

  test('is deleted, not forgotten', async () => {
    const { access, id } = await madeWhileLagging(500);
    await google.stage.provider.deleteMeeting(access, id);
    expect(await google.stage.simulator.meetings()).toEqual([]);
  });

  test('is not gone, and has no second one beside it, however often that is said of a new one', async () => {
    const { access, id } = await madeWhileLagging(600_000);
    const { provider } = google.stage;
    const lagging = { kind: 'unavailable', facts: { code: 'not_yet_readable' } };
    expect(await failureOf(provider.getMeeting(access, id))).toMatchObject(lagging);
    expect(await failureOf(provider.updateMeeting(access, id, wantedMeeting(4)))).toMatchObject(lagging);
    expect(await failureOf(provider.deleteMeeting(access, id))).toMatchObject(lagging);
  });

  test('is gone at once where its host deleted it', async () => {
    const { access, id } = await madeWhileLagging(0);
    await google.stage.simulator.remove(id);
    expect(await google.stage.provider.getMeeting(access, id)).toBeNull();
    expect(await google.stage.provider.updateMeeting(access, id, wantedMeeting(4))).toBeNull();
    await google.stage.provider.deleteMeeting(access, id);
  });

  test('is gone where that is said again of an old one', async () => {
    const { access, id } = await madeWhileLagging(600_000, 'test.01900000-0000-7000-8000-000000000000');
    expect(await google.stage.provider.getMeeting(access, id)).toBeNull();
  });
});

describe('the Meet link', () => {
  test('may be in the making for a while', async () => {
    await google.traits(account, { conferenceMs: 400 });
    const access = await connect();
    const made = await google.create(access);
    expect(made).toMatchObject({ joinUrl: null, linkExpected: true });
    const { joinUrl } = await withLink(google.stage.provider, access, made);
    expect(joinUrl).toMatch(/^https:\/\/meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
  });

  test('may never come, which leaves the event', async () => {
    await google.traits(account, { conference: 'failure', conferenceMs: 0 });
    const made = await google.create(await connect());
    expect(made).toMatchObject({ joinUrl: null, linkExpected: false });
    expect(await liveIds()).toEqual([made.id]);
  });

  test('is refused permanently to accounts without Meet, and the host is told so', async () => {
    await google.traits(account, { conference: 'forbidden' });
    const failure = await failureOf(google.create(await connect()));
    expect(failure).toMatchObject({ kind: 'rejected', facts: { code: 'meet_unavailable', definite: true } });
    expect(failure.message).toContain('cannot make Google Meet links');
  });
});

describe('an event', () => {
  test('the host made an all-day one can be moved again', async () => {
    const access = await connect();
    const { id } = await google.create(access);
    await google.stage.simulator.makeTimeless(id);
    expect(await google.stage.provider.getMeeting(access, id)).toMatchObject({ id, timeless: true });
    const later = wantedMeeting(4);
    const moved = await google.stage.provider.updateMeeting(access, id, later);
    expect(moved).toMatchObject(timesOf(later));
    expect(moved).not.toHaveProperty('timeless');
  });

  test.each([404, 410])('is gone when moving it is answered %i', async (status) => {
    const access = await connect();
    const made = await google.create(access, 'test.01900000-0000-7000-8000-000000000001');
    // A single 404 is not believed.
    await google.stage.simulator.plan({ operation: 'update', effect: 'error', status, times: status === 404 ? 3 : 1 });
    expect(await google.stage.provider.updateMeeting(access, made.id, wantedMeeting(1))).toBeNull();
  });

  test.each([404, 410])('is gone, as wanted, when deleting it is answered %i', async (status) => {
    const access = await connect();
    await google.stage.simulator.plan({ operation: 'delete', effect: 'error', status });
    await expect(google.stage.provider.deleteMeeting(access, 'anyid')).resolves.toBeUndefined();
  });
});

test('nothing foreign is read: the host’s own appointments never reach us', async () => {
  const { provider } = google.stage;
  const access = await connect();
  const marker = newMarker();
  const { id } = await google.create(access, marker);
  await provider.findByMarker(access, marker);
  await provider.findByMarker(access, newMarker());
  await provider.listChanges(access, Date.now() - 86_400_000, [id]);
  expect(await google.touched()).toEqual(new Set([id]));
});
