import type { SimAccount } from '../core/accounts.ts';
import type { Call, Outcome } from '../core/call.ts';
import { noteRead } from '../core/note-read.ts';
import { type EventRow, markerOf } from './events.ts';
import { refused } from './graph-error.ts';
import type { Mailboxes } from './mailboxes.ts';
import { shown } from './show-event.ts';

const DEFAULT_PAGE = 10;
const LARGEST_PAGE = 1_000;

/** The default calendar; what lies in Deleted Items is no part of it. */
export function listEvents({ events }: Mailboxes, call: Call, account: SimAccount): Outcome {
  const filter = call.query.get('$filter');
  const fits = filter === null ? () => true : propertyFilter(filter);
  const matching = events.of(account.id).filter((row) => row.folder === 'calendar' && fits(row));
  noteRead(call, matching, markerOf);
  const top = Number(call.query.get('$top') ?? DEFAULT_PAGE);
  const skip = Number(call.query.get('$skip') ?? 0);
  if (!Number.isInteger(top) || top < 1 || top > LARGEST_PAGE || !Number.isInteger(skip) || skip < 0)
    throw refused(400, 'ErrorInvalidUrlQuery', 'The query specified in the URI is not valid.');
  const more = skip + top < matching.length;
  return {
    status: 200,
    body: {
      '@odata.context': `${call.origin}/teams/graph/v1.0/$metadata#users('${account.id}')/events`,
      value: matching.slice(skip, skip + top).map((row) => shown(row, account, call)),
      ...(more ? { '@odata.nextLink': nextLink(call, skip + top) } : {}),
    },
  };
}

const BY_PROPERTY =
  /^singleValueExtendedProperties\/Any\(ep: ep\/id eq '((?:[^']|'')+)' and ep\/value eq '((?:[^']|'')+)'\)$/;

function propertyFilter(filter: string): (row: EventRow) => boolean {
  const [, id, value] = BY_PROPERTY.exec(filter) ?? [];
  if (id === undefined || value === undefined)
    throw refused(400, 'ErrorInvalidUrlQueryFilter', 'The query filter contains one or more invalid nodes.');
  const plain = value.replaceAll("''", "'");
  return ({ properties }) =>
    properties.some((property) => property.id.toLowerCase() === id.toLowerCase() && property.value === plain);
}

function nextLink(call: Call, skip: number): string {
  const url = new URL(`${call.origin}/teams/graph/v1.0/me/events`);
  url.search = new URLSearchParams(call.query).toString();
  url.searchParams.set('$skip', String(skip));
  return url.href;
}
