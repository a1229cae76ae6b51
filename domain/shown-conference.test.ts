import { describe, expect, test } from 'vitest';
import { shownConference, type ShownConferenceInput } from './shown-conference.ts';

const CONNECTED = { state: 'connected', cause: null } as const;
const DISCONNECTED = { state: 'revoked', cause: 'disconnected' } as const;
const UNINSTALLED = { state: 'revoked', cause: 'uninstalled' } as const;
const TOKEN_REVOKED = { state: 'reconnect_needed', cause: 'token_dead' } as const;
const NO_ROW = { state: 'intended', joinUrl: null, problem: null, linkExpected: true } as const;
const LIVE = { ...NO_ROW, state: 'live', joinUrl: 'https://zoom.example/j/1' } as const;
const REFUSED = { ...NO_ROW, problem: { code: 'rejected', text: 'No.' } };

const shown = (change: Partial<ShownConferenceInput> = {}) => {
  const { status, joinUrl, problem } = shownConference({
    bookingStatus: 'confirmed',
    location: { kind: 'zoom' },
    usesProvider: true,
    manualLink: null,
    conference: null,
    connection: CONNECTED,
    linkWanted: true,
    ...change,
  });
  return [status, joinUrl, problem?.code ?? null];
};

const at = (kind: string, value: string | null) =>
  shown({ usesProvider: false, connection: null, location: { kind, value } });

describe('a booking at a provider shows', () => {
  test('the link once there is one, and keeps it when the connection ends', () => {
    for (const connection of [CONNECTED, DISCONNECTED, UNINSTALLED, TOKEN_REVOKED, null])
      for (const bookingStatus of ['confirmed', 'pending'] as const)
        expect(shown({ conference: LIVE, connection, bookingStatus })).toEqual(['ready', LIVE.joinUrl, null]);
  });
  test('with the link that the meeting could not be kept in step', () => {
    expect(shown({ conference: { ...LIVE, problem: REFUSED.problem } })).toEqual(['ready', LIVE.joinUrl, 'rejected']);
  });
  test('pending while the link is being made', () => {
    expect(shown()).toEqual(['pending', null, null]);
    expect(shown({ conference: NO_ROW })).toEqual(['pending', null, null]);
    expect(shown({ conference: { ...LIVE, joinUrl: null } })).toEqual(['pending', null, null]);
    expect(shown({ conference: { ...LIVE, state: 'deleted' } })).toEqual(['pending', null, null]);
  });
  test('pending before the host confirms, if a link can be made then', () => {
    const unconfirmed = { bookingStatus: 'pending', linkWanted: false } as const;
    expect(shown(unconfirmed)).toEqual(['pending', null, null]);
    expect(shown({ ...unconfirmed, connection: TOKEN_REVOKED })).toEqual(['pending', null, 'token_dead']);
    expect(shown({ ...unconfirmed, connection: null })).toEqual(['unavailable', null, 'not_connected']);
  });
  test.each([
    ['the host never connected', null, 'unavailable', 'not_connected'],
    ['the host disconnected', DISCONNECTED, 'unavailable', 'disconnected'],
    ['the app was uninstalled', UNINSTALLED, 'unavailable', 'uninstalled'],
    ['another account took its place', { state: 'revoked', cause: 'replaced' }, 'unavailable', 'disconnected'],
    ['the token is revoked', TOKEN_REVOKED, 'pending', 'token_dead'],
  ] as const)('why there is no link: %s', (_, connection, status, code) => {
    expect(shown({ connection })).toEqual([status, null, code]);
    expect(shown({ connection, conference: NO_ROW })).toEqual([status, null, code]);
  });
  test('that it must be asked for, where it was booked without a connection that is there now', () => {
    expect(shown({ linkWanted: false })).toEqual(['unavailable', null, 'not_requested']);
    expect(shown({ linkWanted: false, connection: TOKEN_REVOKED })).toEqual(['unavailable', null, 'not_requested']);
    expect(shown({ linkWanted: false, conference: NO_ROW })).toEqual(['pending', null, null]);
  });
  test('failed where the provider refused permanently or has no link to give', () => {
    for (const connection of [CONNECTED, DISCONNECTED, TOKEN_REVOKED])
      expect(shown({ conference: REFUSED, connection })).toEqual(['failed', null, 'rejected']);
    const linkless = { ...LIVE, joinUrl: null, linkExpected: false };
    expect(shown({ conference: linkless })).toEqual(['failed', null, 'no_link']);
    expect(shown({ conference: { ...REFUSED, state: 'deleted' } })).toEqual(['pending', null, null]);
  });
  test('that the host deleted the meeting', () => {
    const conference = { ...LIVE, state: 'removed_by_host' } as const;
    expect(shown({ conference })).toEqual(['unavailable', null, 'removed_by_host']);
  });
});

describe('any booking shows', () => {
  test('a pasted link before everything else', () => {
    const manualLink = 'https://meet.example/mine';
    for (const conference of [null, LIVE, REFUSED])
      expect(shown({ manualLink, conference })).toEqual(['ready', manualLink, null]);
    expect(shown({ manualLink, usesProvider: false, location: { kind: 'phone', value: '1' } })[1]).toBe(manualLink);
  });
  test('the location’s own link, and none for a phone number or a place', () => {
    expect(at('link', 'https://x.example')).toEqual(['ready', 'https://x.example', null]);
    expect(at('link', null)).toEqual(['none', null, null]);
    expect(at('phone', '+49 30 1234')).toEqual(['none', null, null]);
    expect(at('in_person', 'Main Street 1')).toEqual(['none', null, null]);
  });
  test.each(['declined', 'expired', 'cancelled', 'completed'] as const)('nothing once it is %s', (bookingStatus) => {
    const manualLink = 'https://meet.example/mine';
    expect(shown({ bookingStatus, manualLink, conference: LIVE })).toEqual(['none', null, null]);
  });
});
