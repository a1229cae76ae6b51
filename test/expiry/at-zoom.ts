import { ProviderError } from '#providers/provider-error.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { plan } from '#test/fixtures/workshop.ts';
import type { Place } from './expiring.ts';

/** `ok`, or the code of the provider's refusal. */
export const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof ProviderError) return error.facts.code ?? error.kind;
      throw error;
    },
  );

/** A host with a Zoom account. */
export const connect = async (place: Place) => {
  const host = await makeHost(place);
  return { host, connection: await makeConnection(place, host) };
};

/** A booking whose meeting is to be made at Zoom. */
export async function bookAtZoom(place: Place) {
  const { host, connection } = await connect(place);
  const id = await bookTime(place, await makeEventType(place, host, { location: { kind: 'zoom' } }), at(0));
  return { id, connection, planned: await plan(place, id) };
}
