import { defineEntity, p } from '@mikro-orm/postgresql';
/** What a notification says happened; the words of `providers/provider.ts`. */
export type NotificationKind =
  | 'changed'
  | 'deleted'
  | 'recovered'
  | 'deauthorized'
  | 'subscription_ended'
  | 'missed'
  | 'sync';

/** A verified notification, kept before it is answered. The body is dropped; only ids and kind stay. */
const InboxNotificationSchema = defineEntity({
  name: 'InboxNotification',
  tableName: 'inbox_notifications',
  uniques: [{ name: 'inbox_notifications_once', properties: ['provider', 'dedupeKey'] }],
  indexes: [
    { name: 'inbox_notifications_open', properties: ['handledAt', 'receivedAt'] },
    { name: 'inbox_notifications_meeting', properties: ['provider', 'meetingId'] },
  ],
  properties: {
    id: p.uuid().primary(),
    provider: p.text(),
    dedupeKey: p.text(),
    what: p.text().$type<NotificationKind>(),
    subscriptionId: p.text().nullable(),
    accountId: p.text().nullable(),
    meetingId: p.text().nullable(),
    receivedAt: p.datetime(),
    /** Null while it may still match a meeting whose id is not stored yet (24 h). */
    handledAt: p.datetime().nullable(),
  },
});
export class InboxNotification extends InboxNotificationSchema.class {}
InboxNotificationSchema.setClass(InboxNotification);
