import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { ProviderErrorKind } from '#providers/provider-error.ts';
import type { Stage } from './stage.ts';
import { failureOf, newMarker, timesOf, wantedMeeting } from './wanted.ts';

/** What each way to fail means: its kind, and whether the outcome is definite. */
export function describeOutcomes(onStage: () => Stage): void {
  describe('an answer that never came', () => {
    test('after a create: the meeting is found again and stays the only one', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const marker = newMarker();
      await simulator.plan({ operation: 'create', effect: 'drop_after_commit' });
      const failure = await failureOf(provider.createMeeting(access, { ...wantedMeeting(), marker }));
      expect(failure).toMatchObject({ kind: 'unavailable', facts: { definite: false } });
      const [adopted, ...twins] = await provider.findByMarker(access, marker);
      expect(twins).toEqual([]);
      expect(adopted).toMatchObject(timesOf(wantedMeeting()));
      expect((await simulator.meetings()).map(({ id }) => id)).toEqual([adopted?.id]);
    });

    test('after a move: doing it again ends at the same', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const { id } = await provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() });
      await simulator.plan({ operation: 'update', effect: 'drop_after_commit' });
      const later = wantedMeeting(7);
      expect((await failureOf(provider.updateMeeting(access, id, later))).facts.definite).toBe(false);
      expect(await provider.updateMeeting(access, id, later)).toMatchObject(timesOf(later));
    });

    test('after a deletion: it is gone, which is what was wanted', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const { id } = await provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() });
      await simulator.plan({ operation: 'delete', effect: 'drop_after_commit' });
      expect((await failureOf(provider.deleteMeeting(access, id))).facts.definite).toBe(false);
      await provider.deleteMeeting(access, id);
      expect(await simulator.meetings()).toEqual([]);
    });

    test('nor ever will: the call ends at its limit, and nothing was made', async () => {
      const { provider, hurried, connect, simulator } = onStage();
      const { access } = await connect();
      const marker = newMarker();
      await simulator.plan({ operation: 'create', effect: 'timeout' });
      const failure = await failureOf(hurried.createMeeting(access, { ...wantedMeeting(), marker }));
      expect(failure).toMatchObject({ kind: 'unavailable', facts: { definite: false, code: 'provider_timeout' } });
      expect(await provider.findByMarker(access, marker)).toEqual([]);
    });

    test('came too late: the meeting exists nevertheless', async () => {
      const { provider, hurried, connect, simulator } = onStage();
      const { access } = await connect();
      const marker = newMarker();
      await simulator.plan({ operation: 'create', effect: 'slow', delayMs: 3_000 });
      expect((await failureOf(hurried.createMeeting(access, { ...wantedMeeting(), marker }))).facts.definite).toBe(
        false,
      );
      expect(await provider.findByMarker(access, marker)).toHaveLength(1);
    });
  });

  describe('refusals', () => {
    test.each<[number, ProviderErrorKind, boolean]>([
      [400, 'rejected', true],
      [401, 'expired_access', true],
      [500, 'unavailable', false],
      [502, 'unavailable', false],
      [503, 'unavailable', false],
    ])('a create answered %i is %s', async (status, kind, definite) => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      await simulator.plan({ operation: 'create', effect: 'error', status });
      const failure = await failureOf(provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() }));
      expect(failure).toMatchObject({ kind, facts: { definite, status } });
      expect(await simulator.meetings()).toEqual([]);
    });

    test.each<[string, string | number, number, number]>([
      ['seconds', 7, 7_000, 7_000],
      ['decimal seconds', '2.128', 2_128, 2_128],
      ['an HTTP date', new Date(Date.now() + 90_000).toUTCString(), 1, 90_000],
      ['an ISO instant', new Date(Date.now() + 90_000).toISOString(), 1, 90_000],
    ])('too many calls, with %s to wait', async (_form, retryAfter, least, most) => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      await simulator.plan({ operation: 'create', effect: 'rate_limit', retryAfter });
      const failure = await failureOf(provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() }));
      expect(failure).toMatchObject({ kind: 'rate_limited', facts: { definite: true } });
      expect(failure.facts.retryAfterMs).toBeGreaterThanOrEqual(least);
      expect(failure.facts.retryAfterMs).toBeLessThanOrEqual(most);
    });
  });

  describe('answers from elsewhere', () => {
    test('a redirect is not followed, so the token stays with the provider', async () => {
      const { provider, connect, proxy } = onStage();
      const { access } = await connect();
      let visits = 0;
      const trap = createServer((_request, response) => {
        visits += 1;
        response.end('{}');
      });
      await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
      const location = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/`;
      proxy.answerNext((_request, response) => void response.writeHead(307, { Location: location }).end());
      const failure = await failureOf(provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() }));
      trap.close();
      expect(failure).toMatchObject({ kind: 'unavailable', facts: { definite: false } });
      expect(visits).toBe(0);
    });

    test.each<[string, string]>([
      ['a huge one', `{"id":"${'x'.repeat(2_000_000)}"}`],
      ['another shape', '{"unexpected":true}'],
      ['no JSON', '<!doctype html><title>Sign in</title>'],
    ])('%s is not used', async (_what, body) => {
      const { provider, connect, proxy } = onStage();
      const { access } = await connect();
      proxy.answerNext((_request, response) => {
        response.writeHead(201, { 'Content-Type': 'application/json' }).end(body);
      });
      const failure = await failureOf(provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() }));
      expect(failure).toMatchObject({ kind: 'unavailable', facts: { definite: false } });
    });

    test('no sentence of a failure carries a foreign text', async () => {
      const { provider, connect, proxy } = onStage();
      const { access } = await connect();
      proxy.answerNext((_request, response) => {
        response.writeHead(400, { 'Content-Type': 'application/json' });
        response.end('{"code":1,"message":"FOREIGN","error":{"message":"FOREIGN","code":"FOREIGN"}}');
      });
      const failure = await failureOf(provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() }));
      expect(failure.message).not.toContain('FOREIGN');
    });
  });
}
