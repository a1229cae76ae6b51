import { Migration } from '@mikro-orm/migrations';

/** Calendars whose busy times block a host's slots. */
export class Migration20261129195500_calendars extends Migration {

  override name = 'Migration20261129195500_calendars';

  override up(): void | Promise<void> {
    this.addSql(`create table "calendars" ("id" uuid not null, "host_id" uuid not null, "name" text not null, "address" bytea not null, "state" text not null, "problem" text null, "trouble_since" timestamptz null, "read_at" timestamptz null, "known_until" timestamptz null, "skipped" int not null default 0, "etag" text null, "last_modified" text null, "tried_at" timestamptz null, "retry_at" timestamptz null, "failures" int not null default 0, "check_asked_at" timestamptz null, "watched_until" timestamptz null, "revision" int not null default 1, "delivered_revision" int not null default 0, "next_wake_at" timestamptz null, "late_since" timestamptz null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "calendars_host_id_index" on "calendars" ("host_id");`);
    this.addSql(`create index calendars_wake on calendars (next_wake_at) where next_wake_at is not null;`);
    this.addSql(`create index calendars_undelivered on calendars (next_wake_at) where revision > delivered_revision;`);
    this.addSql(`create index calendars_late on calendars (late_since) where late_since is not null;`);
    this.addSql(`alter table "calendars" add constraint "calendars_host_id_foreign" foreign key ("host_id") references "users" ("id") on delete cascade;`);
    this.addSql(`alter table "calendars" add constraint "calendars_state_check" check ("state" in ('ok', 'unreadable'));`);
    this.addSql(`create table "busy_times" ("calendar_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "host_id" uuid not null, primary key ("calendar_id", "starts_at"));`);
    this.addSql(`create index busy_times_of_host on busy_times using gist (host_id, tstzrange(starts_at, ends_at));`);
    this.addSql(`alter table "busy_times" add constraint "busy_times_calendar_id_foreign" foreign key ("calendar_id") references "calendars" ("id") on delete cascade;`);
    this.addSql(`alter table "busy_times" add constraint "busy_times_host_id_foreign" foreign key ("host_id") references "users" ("id") on delete cascade;`);
    this.addSql(`alter table "email_deliveries" add "calendar_id" uuid null;`);
    this.addSql(`alter table "email_deliveries" add constraint "email_deliveries_calendar_id_foreign" foreign key ("calendar_id") references "calendars" ("id") on delete cascade;`);
    this.addSql(`create index "email_deliveries_calendar" on "email_deliveries" ("calendar_id", "state");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "email_deliveries_calendar";`);
    this.addSql(`alter table "email_deliveries" drop column "calendar_id";`);
    this.addSql(`drop table "busy_times";`);
    this.addSql(`drop table "calendars";`);
  }

}
