import { z } from 'zod';
import type { SimAccount } from '../core/accounts.ts';
import { jsonOf, param, Refused, type Call, type Outcome, type Route } from '../core/call.ts';
import { takesNotifications } from '#dev/simulators/core/notification-address.ts';
import { calendarCaller, takeTime } from './caller.ts';
import { refused } from './graph-error.ts';
import { shakeHands } from './handshake.ts';
import type { Mailboxes } from './mailboxes.ts';
import { wantsImmutableIds } from './show-event.ts';
import { type ChangeType, LIFECYCLE_EVENTS, type Subscription } from './subscriptions.ts';

const SUBSCRIPTIONS = '/graph/v1.0/subscriptions';
const MINUTE_MS = 60_000;
/** The longest life for events, and what shorter requests are raised to. */
const LONGEST_MINUTES = 10_080;
const SHORTEST_MINUTES = 45;

const url = z.url().refine(takesNotifications, 'must use https');
const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const changeTypes = z
  .string()
  .transform((text) => text.split(',').map((word) => word.trim().toLowerCase()))
  .pipe(z.array(z.enum(['created', 'updated', 'deleted'])));

const createBody = z.object({
  changeType: changeTypes,
  notificationUrl: url,
  lifecycleNotificationUrl: url.optional(),
  resource: z.string().regex(/^\/?me\/(calendar\/)?events$/),
  expirationDateTime: instant,
  clientState: z.string().max(128).optional(),
});
const renewBody = z.object({ expirationDateTime: instant });

/** Subscriptions to a mailbox's events; https://learn.microsoft.com/graph/api/resources/subscription */
export function subscriptionRoutes(mailboxes: Mailboxes): Route<SimAccount>[] {
  const { state, subscriptions } = mailboxes;
  const path = `${SUBSCRIPTIONS}/:subscriptionId`;
  const watching = { operation: 'watch', guard: (call: Call) => calendarCaller(mailboxes, call) } as const;
  return [
    {
      ...watching,
      method: 'POST',
      path: SUBSCRIPTIONS,
      before: (call) => shakeHandsFor(call),
      handle: (call, account) => create(mailboxes, call, account),
    },
    {
      ...watching,
      method: 'PATCH',
      path,
      before: (_call, account) => takeTime(mailboxes, account),
      handle: (call, account) => {
        const found = subscriptionOf(mailboxes, call, account);
        const { expirationDateTime } = read(renewBody, call);
        const expiresAt = lifeOf(mailboxes, account, expirationDateTime);
        return { status: 200, body: shown(subscriptions.prolong(found, expiresAt)) };
      },
    },
    {
      ...watching,
      method: 'DELETE',
      path,
      handle: (call, account) => {
        subscriptions.remove(subscriptionOf(mailboxes, call, account));
        return { status: 204 };
      },
    },
    {
      // Not Graph's: makes Microsoft say what it says by itself now and then.
      method: 'POST',
      path: '/lifecycle/:account/:event',
      handle: (call) => {
        const account = state.accounts.find(param(call, 'account'));
        const event = LIFECYCLE_EVENTS.find((name) => name === param(call, 'event'));
        if (account === undefined || event === undefined) throw new Refused({ status: 404, body: {} });
        return { status: 200, body: {}, notifications: subscriptions.lifecycle(account, event) };
      },
    },
  ];
}

async function shakeHandsFor(call: Call): Promise<void> {
  const { notificationUrl, lifecycleNotificationUrl } = read(createBody, call);
  await shakeHands(notificationUrl);
  if (lifecycleNotificationUrl !== undefined) await shakeHands(lifecycleNotificationUrl);
}

function create(mailboxes: Mailboxes, call: Call, account: SimAccount): Outcome {
  const asked = read(createBody, call);
  const subscription = mailboxes.subscriptions.open({
    accountId: account.id,
    changeTypes: asked.changeType satisfies ChangeType[],
    notificationUrl: asked.notificationUrl,
    lifecycleUrl: asked.lifecycleNotificationUrl ?? null,
    clientState: asked.clientState ?? null,
    immutableIds: wantsImmutableIds(call),
    expiresAt: lifeOf(mailboxes, account, asked.expirationDateTime),
  });
  return { status: 201, body: shown(subscription) };
}

/** The trait `subscriptionMinutes` stands for the shorter life of older documents. @throws Refused 400 */
function lifeOf({ state }: Mailboxes, { id }: SimAccount, wanted: number): number {
  const longest = state.accounts.trait(id, 'subscriptionMinutes', LONGEST_MINUTES);
  const minutes = (wanted - Date.now()) / MINUTE_MS;
  if (minutes <= 0) throw refused(400, 'InvalidRequest', 'Subscription expiration must be in the future.');
  if (minutes > longest)
    throw refused(400, 'InvalidRequest', `Subscription expiration can only be ${longest} minutes in the future.`);
  return Math.max(wanted, Date.now() + Math.min(SHORTEST_MINUTES, longest) * MINUTE_MS);
}

function subscriptionOf({ subscriptions }: Mailboxes, call: Call, account: SimAccount): Subscription {
  const found = subscriptions.find(account.id, param(call, 'subscriptionId'));
  if (found === undefined) throw refused(404, 'ResourceNotFound', 'The object was not found.');
  return found;
}

function shown(subscription: Subscription): object {
  const { id, accountId, changeTypes, notificationUrl, lifecycleUrl, clientState, expiresAt } = subscription;
  return {
    id,
    resource: 'me/events',
    applicationId: null,
    changeType: changeTypes.join(','),
    clientState,
    notificationUrl,
    lifecycleNotificationUrl: lifecycleUrl,
    expirationDateTime: new Date(expiresAt).toISOString(),
    creatorId: accountId.slice(accountId.indexOf('.') + 1),
    latestSupportedTlsVersion: 'v1_2',
    notificationContentType: 'application/json',
  };
}

function read<T>(schema: z.ZodType<T>, call: Call): T {
  const result = schema.safeParse(jsonOf(call));
  if (result.success) return result.data;
  throw refused(400, 'InvalidRequest', `Invalid value: ${result.error.issues[0]?.path.join('.') ?? 'subscription'}`);
}
