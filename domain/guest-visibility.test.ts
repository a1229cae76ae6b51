import { expect, test } from 'vitest';
import { conferenceForGuest } from './guest-visibility.ts';

const waiting = { status: 'pending', joinUrl: null, problem: null } as const;
const cutOff = { ...waiting, problem: { code: 'token_dead', text: 'The connection has ended.' } };

test('a guest waits for a link only as long as one is being made', () => {
  expect(conferenceForGuest('confirmed', waiting)).toEqual({ status: 'pending', joinUrl: null });
  expect(conferenceForGuest('confirmed', cutOff)).toEqual({ status: 'unavailable', joinUrl: null });
});

test('a guest whose request waits is told nothing of the host’s connection', () => {
  expect(conferenceForGuest('pending', cutOff)).toEqual({ status: 'pending', joinUrl: null });
});
