import { EventType } from '#db/entities/event-type.ts';
import { findBookingByToken } from '#commands/guest-token.ts';
import { type Call, openOperation } from '../operation.ts';
import { findHost, findPublic } from './find-public.ts';
import { offered } from './offered.ts';
import { pageParams, slots, slotsQuery } from './schema.ts';

type Ask = Pick<
  Call<{ handle: string; slug: string }, { booking?: string | undefined }, unknown>,
  'em' | 'deps' | 'now' | 'params' | 'query'
>;

export const listSlots = openOperation({
  method: 'get',
  path: '/api/v1/public/:handle/:slug/slots',
  name: 'listSlots',
  summary: 'Free times, at most 62 days at once',
  params: pageParams,
  query: slotsQuery,
  success: { status: 200, description: 'Days that have free times', schema: slots },
  problems: ['not_found'],
  async handle(call) {
    return offered(call, await typeFor(call), call.query);
  },
});

/** Whoever holds a booking can move it, even after its event type was taken off the page. */
async function typeFor({ em, deps, now, params, query }: Ask): Promise<EventType> {
  const own = query.booking === undefined ? null : await findBookingByToken(em, deps.config, query.booking, now);
  if (own === null) return (await findPublic(em, params.handle, params.slug)).eventType;
  const host = await findHost(em, params.handle);
  const eventType = await em.findOne(EventType, { id: own.eventType, host: host.id, slug: params.slug });
  return eventType ?? (await findPublic(em, params.handle, params.slug)).eventType;
}
