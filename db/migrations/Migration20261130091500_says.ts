import { Migration } from '@mikro-orm/migrations';

/** What the sentences of timelines say, beside them. Those that stand there already are read this once. */
export class Migration20261130091500_says extends Migration {

  override name = 'Migration20261130091500_says';

  override up(): void | Promise<void> {
    this.addSql(`alter table "booking_events" add "says" jsonb null;`);
    this.addSql(`
      update booking_events set says = known.says
        from (
          select distinct on (told.text) told.text, jsonb_build_object('code', one.code, 'args', case
              when one.args is null then jsonb_build_object('name', substring(told.text from one.pattern)) else one.args end) as says
            from (select distinct text from booking_events) told
            join (values ${KNOWN.map(row).join(',\n')}) one (code, pattern, args) on told.text ~ one.pattern
        ) known
       where booking_events.text = known.text;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "booking_events" drop column "says";`);
  }

}

/** A sentence of then, with what varies in it; null where that is a name within it. */
type Known = readonly [code: string, text: string, args?: Readonly<Record<string, string>>];

function row([code, text, args = {}]: Known): string {
  const pattern = `^${text.replaceAll('.', '\\.').replace('{name}', '([^.;]+)')}$`;
  return `('${code}', '${pattern}', ${text.includes('{name}') ? 'null' : `'${JSON.stringify(args)}'`}::jsonb)`;
}

const KNOWN: readonly Known[] = [
  ['asked', 'Asked for this time.'],
  ['booked', 'Booked this time.'],
  ['confirmed', 'Confirmed the booking.'],
  ['declined', 'Declined the booking.'],
  ['cancelled', 'Cancelled the booking.'],
  ['rescheduled', 'Moved the booking to another time.'],
  ['proposed', 'Asked to move the booking to another time.'],
  ['proposal_confirmed', 'Confirmed the proposed time. The booking moved to it.'],
  ['proposal_declined', 'Declined the proposed time. The booking keeps its time.'],
  ['proposal_expired', 'The hold on the proposed time ran out before the host confirmed. The booking keeps its time.'],
  ['proposal_withdrawn', 'Withdrew the proposed time. The booking keeps its time.'],
  ['hold_expired', 'The hold on the time ran out before the host confirmed.'],
  ['completed', 'The meeting is over.'],
  ['no_show', 'Marked the guest as a no-show.'],
  ['no_show_undone', 'Took the no-show back.'],
  ['guest_left', 'A further guest left.'],
  ['guest_removed', 'Removed a further guest.'],
  ['reschedule_asked', 'Asked the guest to pick another time.'],
  ['link_requested', 'Asked for the missing link.'],
  ['link_set', 'Shared a meeting link by hand.'],
  ['resent', 'Sent the confirmation again.'],
  ['unsubscribed', 'Turned reminders off.'],
  ['erased', 'Erased their data.'],
  ['erased_cancelled', 'Erased their data, which cancelled the booking.'],
  ['account_deleted', 'Deleted the account.'],
  ['meeting_intended', 'The meeting is being made.'],
  ['recovered_there', 'The meeting of this ended booking was brought back at the meeting platform. It was left there.'],
  ['link.meeting_invalid', 'Zoom does not accept the details of the meeting.'],
  ['link.account_missing', 'Zoom does not know the connected user any more.'],
  ['link.hosting_not_allowed', 'The connected Zoom user is not allowed to host meetings.'],
  ['link.daily_limit', 'Zoom has reached its daily limit for this account. We’ll continue after midnight UTC.'],
  ['link.no_mailbox', 'This Microsoft account has no mailbox in the cloud, thus no calendar. Connect another account.'],
  ['link.meet_unavailable', 'This Google account cannot make Google Meet links. Its administrator can allow them; or connect another account.'],
  ['link.not_organizer', 'Only the organiser of the event may change it.'],
  ['link.quota_exceeded', 'The usage limit of this Google account is spent for now.'],
  ['meeting_created', 'The {name} meeting was created.'],
  ['meeting_linkless', 'The {name} meeting exists; its link follows.'],
  ['meeting_moved', 'The {name} meeting was moved.'],
  ['meeting_deleted', 'The {name} meeting was deleted.'],
  ['meeting_none', 'No meeting of this booking was found at {name}; there is none left to delete.'],
  ['meeting_gone', 'The meeting was gone at {name}; a new one is made.'],
  ['meeting_not_deleted', 'The meeting could not be deleted at {name} within a week.'],
  ['meeting_left', 'The meeting was left at {name}, because the account is no longer connected. Please delete it there.'],
  ['meeting_replaced', 'The meeting was left at {name}, because another account is connected now. Please delete it there.'],
  ['moved_there', 'The meeting was moved at {name}.'],
  ['moved_there_overlaps', 'The meeting was moved at {name}. It would overlap another booking, so the booking keeps its time.'],
  ['moved_there_followed', 'The meeting was moved at {name}; the booking follows.'],
  ['moved_there_timeless', 'The meeting has no time of day at {name} any more. The booking keeps its time.'],
  ['deleted_there', 'The meeting was deleted at {name}.'],
  ['deleted_there_cancelled', 'The meeting was deleted at {name}. The booking is cancelled.'],
  ['link.scopes_missing', 'The {name} connection lacks a permission; the host has to reconnect.'],
  ['link.grant_dead', '{name} does not accept the connection any more; the host has to reconnect.'],
  ['link.provider_refused', '{name} refused what it was asked for.'],
  ['guest_corrected', 'Corrected the guest’s name.', { what: 'name' }],
  ['guest_corrected', 'Corrected the guest’s email address.', { what: 'email' }],
  ['guest_corrected', 'Corrected the guest’s name and email address.', { what: 'both' }],
  ['mail_unknown', 'It is not known whether a mail to the host arrived: the mail server never confirmed it.', { reader: 'host' }],
  ['mail_undelivered', 'A mail to the host could not be delivered before the meeting was over.', { reader: 'host' }],
  ['mail_rejected', 'The mail to the host was rejected by the mail server.', { reader: 'host' }],
  ['mail_unknown', 'It is not known whether a mail to the guest arrived: the mail server never confirmed it.', { reader: 'guest' }],
  ['mail_undelivered', 'A mail to the guest could not be delivered before the meeting was over.', { reader: 'guest' }],
  ['mail_rejected', 'The mail to the guest was rejected by the mail server.', { reader: 'guest' }],
  ['mail_unknown', 'It is not known whether a mail to a further guest arrived: the mail server never confirmed it.', { reader: 'further_guest' }],
  ['mail_undelivered', 'A mail to a further guest could not be delivered before the meeting was over.', { reader: 'further_guest' }],
  ['mail_rejected', 'The mail to a further guest was rejected by the mail server.', { reader: 'further_guest' }],
];
