import { Migration } from '@mikro-orm/migrations';

/** When the next reminder of a booking is due: workers send them by rounds of their own, whichever workflow sleeps. */
export class Migration20261130130000_next_reminder extends Migration {

  override name = 'Migration20261130130000_next_reminder';

  override up(): void | Promise<void> {
    // What was planned before has its reminders' timers in Temporal, and gets this time with its next plan.
    this.addSql(`alter table "bookings" add "next_reminder_at" timestamptz null;`);
    this.addSql(`alter table "due_bookings" add "next_reminder_at" timestamptz null;`);
    this.addSql(`create index due_bookings_reminder on due_bookings (next_reminder_at) where next_reminder_at is not null;`);
    this.addSql(`create or replace function "bookings_due_fn"() returns trigger as $$ begin if tg_op = 'INSERT' or (new.next_wake_at, new.next_reminder_at, new.late_since, new.revision > new.delivered_revision) is distinct from (old.next_wake_at, old.next_reminder_at, old.late_since, old.revision > old.delivered_revision) then if new.next_wake_at is null and new.next_reminder_at is null and new.late_since is null then delete from due_bookings where booking_id = new.id; else insert into due_bookings (booking_id, next_wake_at, next_reminder_at, late_since, is_undelivered) values (new.id, new.next_wake_at, new.next_reminder_at, new.late_since, new.revision > new.delivered_revision) on conflict (booking_id) do update set next_wake_at = excluded.next_wake_at, next_reminder_at = excluded.next_reminder_at, late_since = excluded.late_since, is_undelivered = excluded.is_undelivered; end if; end if; return null; end; $$ language plpgsql;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`create or replace function "bookings_due_fn"() returns trigger as $$ begin if tg_op = 'INSERT' or (new.next_wake_at, new.late_since, new.revision > new.delivered_revision) is distinct from (old.next_wake_at, old.late_since, old.revision > old.delivered_revision) then if new.next_wake_at is null and new.late_since is null then delete from due_bookings where booking_id = new.id; else insert into due_bookings (booking_id, next_wake_at, late_since, is_undelivered) values (new.id, new.next_wake_at, new.late_since, new.revision > new.delivered_revision) on conflict (booking_id) do update set next_wake_at = excluded.next_wake_at, late_since = excluded.late_since, is_undelivered = excluded.is_undelivered; end if; end if; return null; end; $$ language plpgsql;`);
    this.addSql(`alter table "due_bookings" drop column "next_reminder_at";`);
    this.addSql(`alter table "bookings" drop column "next_reminder_at";`);
  }

}
