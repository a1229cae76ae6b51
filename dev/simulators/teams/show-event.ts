import type { SimAccount } from '../core/accounts.ts';
import type { Call } from '../core/call.ts';
import { refused } from './graph-error.ts';
import { etagOf, type EventRow, folderId, linkOf } from './events.ts';
import { blockOf } from './online-meeting.ts';
import { isPersonal } from './tenants.ts';

/** Whether the caller wants ids that stay when an item is moved. */
export function wantsImmutableIds({ headers }: Call): boolean {
  return /IdType="ImmutableId"/i.test(String(headers['prefer'] ?? ''));
}

/** The event as the call asks to see it. @throws Refused 400 for options that are not simulated */
export function shown(row: EventRow, account: SimAccount, call: Call): object {
  const whole: Record<string, unknown> = fieldsOf(row, account, wantsImmutableIds(call));
  const selected = call.query.get('$select')?.split(',');
  const names = selected === undefined ? Object.keys(whole) : ['@odata.etag', 'id', ...selected];
  const picked = Object.fromEntries(names.map((name) => [name, whole[name]]));
  return { ...picked, ...expanded(row, call.query.get('$expand')) };
}

function fieldsOf(row: EventRow, account: SimAccount, immutable: boolean) {
  const person = { emailAddress: { name: account.name, address: account.email } };
  const content = row.content + (row.online === null ? '' : blockOf(row.online));
  const id = immutable ? row.id : folderId(row);
  return {
    '@odata.etag': etagOf(row),
    id,
    createdDateTime: preciseTime(row.created),
    lastModifiedDateTime: preciseTime(row.modified),
    changeKey: etagOf(row).slice(3, -1),
    categories: [],
    ...(row.transactionId === null ? {} : { transactionId: row.transactionId }),
    originalStartTimeZone: 'UTC',
    originalEndTimeZone: 'UTC',
    iCalUId: `040000008200E00074C5B7101A82E008${Buffer.from(row.id.slice(-18)).toString('hex').toUpperCase()}`,
    reminderMinutesBeforeStart: 15,
    isReminderOn: true,
    hasAttachments: false,
    subject: row.subject,
    bodyPreview: row.content.replaceAll(/<[^>]+>/g, '').slice(0, 255),
    importance: 'normal',
    sensitivity: 'normal',
    isAllDay: row.isAllDay,
    isCancelled: false,
    isOrganizer: true,
    responseRequested: true,
    seriesMasterId: null,
    showAs: 'busy',
    type: 'singleInstance',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: row.online !== null,
    onlineMeetingProvider: row.online === null ? 'unknown' : 'teamsForBusiness',
    allowNewTimeProposals: true,
    hideAttendees: false,
    recurrence: null,
    responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
    body: { contentType: 'html', content: `<html><body>${content}</body></html>` },
    start: localTime(row.startsAt),
    end: localTime(row.endsAt),
    location: { displayName: row.online === null ? '' : 'Microsoft Teams Meeting', locationType: 'default' },
    locations: [],
    attendees: [],
    organizer: person,
    onlineMeeting: onlineMeetingOf(row, isPersonal(account.email)),
  };
}

function onlineMeetingOf(row: EventRow, personal: boolean): object | null {
  const joinUrl = linkOf(row);
  if (joinUrl === null) return null;
  return { joinUrl, ...(personal ? {} : { conferenceId: row.online?.conferenceId, tollNumber: '+1 323-555-0166' }) };
}

/** Only single-value properties can be asked for, each by its id. */
function expanded({ properties }: EventRow, expand: string | null): object {
  if (expand === null) return {};
  const asked = /^singleValueExtendedProperties\(\$filter=(.+)\)$/.exec(expand)?.[1];
  if (asked === undefined) throw refused(400, 'ErrorInvalidUrlQuery', `The query parameter '$expand' is invalid.`);
  const ids = [...asked.matchAll(/id eq '([^']+)'/g)].map(([, id]) => id?.toLowerCase());
  const found = properties.filter(({ id }) => ids.includes(id.toLowerCase()));
  return found.length === 0 ? {} : { singleValueExtendedProperties: found };
}

/** Seven fractional digits and no offset. */
function localTime(at: number) {
  return { dateTime: `${new Date(at).toISOString().slice(0, -1)}0000`, timeZone: 'UTC' };
}

const preciseTime = (at: number) => `${new Date(at).toISOString().slice(0, -1)}0000Z`;
