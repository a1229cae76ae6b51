import { z } from 'zod';
import * as commands from '#commands/hosts/calendar-feed.ts';
import { CalendarFeed } from '#db/entities/calendar-feed.ts';
import { sha256 } from '#sha256';
import type { ApiContext } from '../context.ts';
import { confirmIdentity } from '../me/confirm-identity.ts';
import { confirmation } from '../me/schema.ts';
import { openOperation, type Operation, sessionOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { iso } from '../shared/days.ts';
import { feedText } from './feed-text.ts';
import * as schema from './schema.ts';

const PATH = '/api/v1/me/calendar-feed';
const TYPE = 'text/calendar; charset=utf-8';

/** A host's bookings as a calendar to subscribe to. No API key makes an address: a thief of one could stay by it. */
export const calendarFeedOperations: readonly Operation[] = [
  sessionOperation({
    method: 'get',
    path: PATH,
    summary: 'Whether the bookings can be read as a calendar',
    success: { status: 200, description: 'The state, without the address', schema: schema.calendarFeed },
    handle: async function getCalendarFeed({ em, host }) {
      const feed = await em.findOne(CalendarFeed, { host: host.id });
      return {
        createdAt: feed ? iso(feed.createdAt) : null,
        lastReadAt: feed?.lastReadAt ? iso(feed.lastReadAt) : null,
      };
    },
  }),
  sessionOperation({
    method: 'post',
    path: PATH,
    summary: 'Make the calendar’s secret address, or a new one: the former stops working at once',
    body: confirmation,
    success: { status: 201, description: 'The address', schema: schema.calendarFeedMade },
    problems: ['fresh_login_required'],
    handle: async function renewCalendarFeed(call) {
      await confirmIdentity(call);
      const { token, feed } = await commands.renewCalendarFeed(call.deps, { hostId: call.host.id });
      return { url: `${call.deps.config.PUBLIC_URL}/calendar/${token}.ics`, createdAt: iso(feed.createdAt) };
    },
  }),
  sessionOperation({
    method: 'delete',
    path: PATH,
    summary: 'Revoke the calendar’s address; it stops working at once',
    success: { status: 204, description: 'Revoked' },
    handle: async function revokeCalendarFeed({ deps, host }) {
      await commands.revokeCalendarFeed(deps, { hostId: host.id });
    },
  }),
  openOperation({
    method: 'get',
    path: '/calendar/:token.ics',
    summary: 'A host’s bookings, from 30 days ago to a year ahead, for calendar programs that know the secret address',
    params: schema.feedParams,
    success: { status: 200, description: 'iCalendar; cancelled bookings leave it', type: TYPE, schema: z.string() },
    also: { 304: 'The same as the one whose ETag is in If-None-Match' },
    answersItself: true,
    problems: ['not_found', 'rate_limited'],
    handle: async function readCalendarFeed({ deps, em, ctx, params }) {
      const feed = await em.findOne(CalendarFeed, { hash: commands.hashOfFeedToken(params.token) });
      if (feed === null) throw new Problem('not_found');
      await deps.limits.spend('calendarFeed', feed.host);
      const text = await feedText(em, deps, feed.host);
      await commands.noteReadingOfFeed(deps, feed);
      sendFeed(ctx, text);
      return text;
    },
  }),
];

/** Programs ask every few minutes, and mostly nothing has changed. */
function sendFeed(ctx: ApiContext, text: string): void {
  const etag = `"${sha256(text)}"`;
  ctx.set('Cache-Control', 'private, no-cache');
  ctx.set('X-Robots-Tag', 'noindex, nofollow');
  ctx.set('ETag', etag);
  if (isKnown(ctx.get('if-none-match'), etag)) {
    ctx.status = 304;
    return;
  }
  ctx.status = 200;
  ctx.type = TYPE;
  ctx.set('Content-Disposition', 'inline; filename="bookings.ics"');
  ctx.body = text;
}

/** RFC 9110 §13.1.2. Koa's own `fresh` sends everything to a client that also says `Cache-Control: no-cache`. */
const isKnown = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));
