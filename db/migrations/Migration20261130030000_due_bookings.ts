import { Migration } from '@mikro-orm/migrations';

/** When bookings are due, in a narrow table of its own: to wake one up touches no index of the large table. */
export class Migration20261130030000_due_bookings extends Migration {

  override name = 'Migration20261130030000_due_bookings';

  override up(): void | Promise<void> {
    this.addSql(`create table "due_bookings" ("booking_id" uuid not null, "next_wake_at" timestamptz null, "late_since" timestamptz null, "is_undelivered" boolean not null, primary key ("booking_id"));`);
    this.addSql(`insert into due_bookings (booking_id, next_wake_at, late_since, is_undelivered) select id, next_wake_at, late_since, revision > delivered_revision from bookings where next_wake_at is not null or late_since is not null;`);
    this.addSql(`create index "due_bookings_wake" on "due_bookings" ("next_wake_at");`);
    this.addSql(`create index due_bookings_undelivered on due_bookings (next_wake_at) where is_undelivered;`);
    this.addSql(`create index due_bookings_late on due_bookings (late_since) where late_since is not null;`);
    this.addSql(`alter table "due_bookings" add constraint "due_bookings_booking_id_foreign" foreign key ("booking_id") references "bookings" ("id") on update cascade on delete cascade;`);
    this.addSql(`drop index bookings_wake;`);
    this.addSql(`drop index bookings_undelivered;`);
    this.addSql(`drop index bookings_late;`);
    // Room for the next version of a row beside the present one: only there does an update leave the indexes alone.
    this.addSql(`alter table bookings set (fillfactor = 80);`);
    this.addSql(`create function "bookings_due_fn"() returns trigger as $$ begin if tg_op = 'INSERT' or (new.next_wake_at, new.late_since, new.revision > new.delivered_revision) is distinct from (old.next_wake_at, old.late_since, old.revision > old.delivered_revision) then if new.next_wake_at is null and new.late_since is null then delete from due_bookings where booking_id = new.id; else insert into due_bookings (booking_id, next_wake_at, late_since, is_undelivered) values (new.id, new.next_wake_at, new.late_since, new.revision > new.delivered_revision) on conflict (booking_id) do update set next_wake_at = excluded.next_wake_at, late_since = excluded.late_since, is_undelivered = excluded.is_undelivered; end if; end if; return null; end; $$ language plpgsql;`);
    this.addSql(`create trigger "due" after insert or update on "bookings" for each row execute function "bookings_due_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger "due" on "bookings";`);
    this.addSql(`drop function "bookings_due_fn"();`);
    this.addSql(`alter table bookings reset (fillfactor);`);
    this.addSql(`drop table "due_bookings";`);
    this.addSql(`create index bookings_wake on bookings (next_wake_at) where next_wake_at is not null;`);
    this.addSql(`create index bookings_undelivered on bookings (next_wake_at) where revision > delivered_revision;`);
    this.addSql(`create index bookings_late on bookings (late_since) where late_since is not null;`);
  }

}
