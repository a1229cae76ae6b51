import { z } from 'zod';
import type { SimAccount } from '../core/accounts.ts';
import { jsonOf, type Call, type Outcome, type Route } from '../core/call.ts';
import { takesNotifications } from '#dev/simulators/core/notification-address.ts';
import type { Calendars } from './calendars.ts';
import { calendarCaller } from './caller.ts';
import { refused } from './google-error.ts';

/** The longest life of a channel, and the one it gets where none is asked for. */
const LIFE_MS = 604_800_000;

const watchBody = z.object({
  id: z.string().regex(/^[A-Za-z0-9\-_+/=]{1,64}$/),
  type: z.literal('web_hook'),
  address: z.url(),
  token: z.string().max(256).default(''),
  expiration: z.coerce.number().int().optional(),
  params: z.object({ ttl: z.coerce.number().int().positive().optional() }).optional(),
});

const stopBody = z.object({ id: z.string(), resourceId: z.string() });

/** Watch channels; https://developers.google.com/workspace/calendar/api/guides/push */
export function channelRoutes(calendars: Calendars): Route<SimAccount>[] {
  const guard = (call: Call) => calendarCaller(calendars.state, call);
  return [
    {
      method: 'POST',
      path: '/api/calendar/v3/calendars/:calendarId/events/watch',
      operation: 'watch',
      guard,
      handle: (call, account) => watch(calendars, call, account),
    },
    {
      method: 'POST',
      path: '/api/calendar/v3/channels/stop',
      operation: 'watch',
      guard,
      handle: (call, account) => stop(calendars, call, account),
    },
  ];
}

/** The first message may be on its way before this is answered. */
function watch({ channels, state }: Calendars, call: Call, account: SimAccount): Outcome {
  const asked = read(watchBody, call);
  if (!takesNotifications(asked.address))
    throw refused(400, 'push.webhookUrlNotHttps', `WebHook callback must be HTTPS: ${asked.address}`);
  if (channels.find(asked.id) !== undefined)
    throw refused(400, 'channelIdNotUnique', `Channel id ${asked.id} not unique`);
  const now = Date.now();
  const longest = now + state.accounts.trait(account.id, 'channelLifeMs', LIFE_MS);
  const wanted = asked.params?.ttl === undefined ? asked.expiration : now + asked.params.ttl * 1_000;
  const { channel, notifications } = channels.open({
    id: asked.id,
    accountId: account.id,
    token: asked.token,
    address: asked.address,
    resourceUri: `${call.origin}/meet/api/calendar/v3/calendars/primary/events?alt=json`,
    expiresAt: Math.min(wanted ?? longest, longest),
  });
  return {
    status: 200,
    notifications,
    body: {
      kind: 'api#channel',
      id: channel.id,
      resourceId: channel.resourceId,
      resourceUri: channel.resourceUri,
      token: channel.token,
      expiration: String(channel.expiresAt),
    },
  };
}

function stop({ channels }: Calendars, call: Call, account: SimAccount): Outcome {
  const { id, resourceId } = read(stopBody, call);
  const channel = channels.find(id);
  if (channel === undefined || channel.stopped || channel.accountId !== account.id || channel.resourceId !== resourceId)
    throw refused(404, 'notFound', `Channel '${id}' not found for project`);
  channels.stop(channel);
  return { status: 204 };
}

function read<T>(schema: z.ZodType<T>, call: Call): T {
  const result = schema.safeParse(jsonOf(call));
  if (result.success) return result.data;
  throw refused(400, 'invalid', `Invalid value for: ${result.error.issues[0]?.path.join('.') ?? 'channel'}`);
}
