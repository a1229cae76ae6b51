import { defineEntity, p } from '@mikro-orm/postgresql';
/** What a notice says happened; the words of `providers/provider.ts`. */
export type NoticeKind = 'changed' | 'deleted' | 'recovered' | 'deauthorized' | 'watch_ended' | 'missed' | 'sync';

/** A verified notice, kept before it is answered. The body is dropped; only ids and kind stay. */
const InboxNoticeSchema = defineEntity({
  name: 'InboxNotice',
  tableName: 'inbox_notices',
  uniques: [{ name: 'inbox_notices_once', properties: ['provider', 'dedupeKey'] }],
  indexes: [
    { name: 'inbox_notices_open', properties: ['handledAt', 'receivedAt'] },
    { name: 'inbox_notices_meeting', properties: ['provider', 'meetingId'] },
  ],
  properties: {
    id: p.uuid().primary(),
    provider: p.text(),
    dedupeKey: p.text(),
    what: p.text().$type<NoticeKind>(),
    subscriptionId: p.text().nullable(),
    accountId: p.text().nullable(),
    meetingId: p.text().nullable(),
    receivedAt: p.datetime(),
    /** Null while it may still match a meeting whose id is not stored yet (24 h). */
    handledAt: p.datetime().nullable(),
  },
});
export class InboxNotice extends InboxNoticeSchema.class {}
InboxNoticeSchema.setClass(InboxNotice);
