import type { SimAccount } from '../core/accounts.ts';
import { param, type Call, type Outcome, type Route } from '../core/call.ts';
import { calendarCaller, takeTime } from './caller.ts';
import { type EventBody, readEventBody, timesOf } from './event-body.ts';
import { etagOf, type EventRow, folderId, markerOf } from './events.ts';
import { notFound, refused } from './graph-error.ts';
import { listEvents } from './list-events.ts';
import type { Mailboxes } from './mailboxes.ts';
import { makeOnlineMeeting, type OnlineMeeting } from './online-meeting.ts';
import { shown, wantsImmutableIds } from './show-event.ts';

const EVENTS = '/graph/v1.0/me/events';
const EVENT = `${EVENTS}/:eventId`;

type Handler = (mailboxes: Mailboxes, call: Call, account: SimAccount) => Outcome;

/** Events of the default calendar; https://learn.microsoft.com/graph/api/resources/event */
export function eventRoutes(mailboxes: Mailboxes): Route<SimAccount>[] {
  const route = (
    method: Route['method'],
    path: string,
    operation: 'create' | 'get' | 'list' | 'update' | 'delete',
    handler: Handler,
  ): Route<SimAccount> => ({
    method,
    path,
    operation,
    guard: (call) => calendarCaller(mailboxes, call),
    before: (_call, account) => takeTime(mailboxes, account),
    handle: (call, account) => handler(mailboxes, call, account),
  });
  return [
    route('POST', EVENTS, 'create', create),
    route('GET', EVENTS, 'list', listEvents),
    route('GET', EVENT, 'get', get),
    route('PATCH', EVENT, 'update', update),
    route('DELETE', EVENT, 'delete', remove),
  ];
}

/** Teams adds the meeting behind the event, so every creation is followed by an update of its own. */
function create(mailboxes: Mailboxes, call: Call, account: SimAccount): Outcome {
  const { state, events, subscriptions } = mailboxes;
  const body = readEventBody(call);
  const asBefore = repeated(mailboxes, call, account, body);
  if (asBefore !== undefined) return answer(call, asBefore, account, 201);
  const row = events.add({
    accountId: account.id,
    subject: body.subject ?? '',
    content: body.body?.content ?? '',
    ...timesOf(body),
    online: makeOnlineMeeting(state, account, body),
    transactionId: body.transactionId ?? null,
    askedFor: JSON.stringify(body),
    properties: body.singleValueExtendedProperties ?? [],
    isPrivate: false,
  });
  const notifications = [
    ...subscriptions.changed(row, 'created'),
    ...(row.online === null ? [] : subscriptions.changed(row, 'updated')),
  ];
  return { ...answer(call, row, account, 201), change: 'created', notifications };
}

/**
 * The event an earlier request with the same transaction id made. Another request with that id is refused, as is one
 * whose event was deleted since. With the trait `transactionIds: "forgotten"` ids are not remembered: for how long they
 * are is documented nowhere.
 * @throws Refused 400, or 409 by the trait `duplicateStatus`
 */
function repeated({ state, events }: Mailboxes, call: Call, account: SimAccount, body: EventBody) {
  const { transactionId } = body;
  if (!transactionId || state.accounts.trait<string>(account.id, 'transactionIds', 'remembered') === 'forgotten')
    return undefined;
  const before = events.of(account.id).find((row) => row.transactionId === transactionId);
  if (before === undefined) return undefined;
  if (before.folder === 'calendar' && before.askedFor === JSON.stringify(body)) return before;
  throw refused(
    state.accounts.trait(account.id, 'duplicateStatus', 400),
    'ErrorDuplicateTransactionId',
    'Your request can’t be completed. The TransactionId specified in the request has already been used to create a different event.',
    { '@event.existingEventId': wantsImmutableIds(call) ? before.id : folderId(before) },
  );
}

function get(mailboxes: Mailboxes, call: Call, account: SimAccount): Outcome {
  return answer(call, found(mailboxes, call, account), account, 200);
}

function update(mailboxes: Mailboxes, call: Call, account: SimAccount): Outcome {
  const row = found(mailboxes, call, account);
  const expected = call.headers['if-match'];
  if (expected !== undefined && expected !== '*' && expected !== etagOf(row))
    throw refused(
      412,
      'ErrorIrresolvableConflict',
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
    );
  const body = readEventBody(call);
  const changed = mailboxes.events.change(row, {
    ...timesOf(body, row),
    isAllDay: body.isAllDay ?? row.isAllDay,
    ...(body.subject === undefined ? {} : { subject: body.subject }),
    ...(body.body === undefined ? {} : { content: body.body.content ?? '' }),
    online: onlineAfter(mailboxes, account, row, body),
  });
  const isThere = row.folder === 'calendar';
  return {
    ...answer(call, changed, account, 200),
    change: isThere ? 'updated' : 'none',
    notifications: isThere ? mailboxes.subscriptions.changed(changed, 'updated') : [],
  };
}

/** The Teams meeting lives in the body: a body without it removes it. Any other change keeps it. */
function onlineAfter({ state }: Mailboxes, account: SimAccount, row: EventRow, body: EventBody): OnlineMeeting | null {
  if (row.online === null) return makeOnlineMeeting(state, account, body);
  const isKept = body.body === undefined || body.body.content?.includes(row.online.joinUrl);
  return isKept ? row.online : null;
}

/** Moves the event to Deleted Items; from there it is removed permanently. */
function remove(mailboxes: Mailboxes, call: Call, account: SimAccount): Outcome {
  const { events, subscriptions } = mailboxes;
  const row = found(mailboxes, call, account);
  if (row.folder === 'deleted') {
    events.change(row, { folder: 'purged' });
    return { status: 204 };
  }
  const deleted = events.change(row, { folder: 'deleted' });
  return { status: 204, change: 'deleted', notifications: subscriptions.changed(deleted, 'deleted') };
}

/** With the trait `readsDeletedItems` an event in Deleted Items still answers to its immutable id. */
function found({ state, events }: Mailboxes, call: Call, account: SimAccount): EventRow {
  const row = events.find(account.id, param(call, 'eventId'));
  const isReadable =
    row?.folder === 'calendar' ||
    (row?.folder === 'deleted' && state.accounts.trait(account.id, 'readsDeletedItems', false));
  if (row === undefined || !isReadable) throw notFound();
  note(call, row);
  return row;
}

function answer(call: Call, row: EventRow, account: SimAccount, status: number): Outcome {
  note(call, row);
  return { status, body: shown(row, account, call) };
}

function note({ about }: Call, row: EventRow): void {
  const marker = markerOf(row);
  about.meetingId = row.id;
  if (marker !== null) about.marker = marker;
}
