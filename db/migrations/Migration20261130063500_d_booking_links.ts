import { Migration } from '@mikro-orm/migrations';

/** Links by which an event type is booked once, or until a time. */
export class Migration20261130063500_d_booking_links extends Migration {

  override name = 'Migration20261130063500_d_booking_links';

  override up(): void | Promise<void> {
    this.addSql(`create table "booking_links" ("id" uuid not null, "event_type_id" uuid not null, "name" text not null default '', "single_use" boolean not null, "expires_at" timestamptz null, "used_at" timestamptz null, "booking_id" uuid null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "booking_links_event_type_id_index" on "booking_links" ("event_type_id");`);
    this.addSql(`create index "booking_links_booking_id_index" on "booking_links" ("booking_id");`);
    this.addSql(`alter table "booking_links" add constraint "booking_links_event_type_id_foreign" foreign key ("event_type_id") references "event_types" ("id") on delete cascade;`);
    this.addSql(`alter table "booking_links" add constraint "booking_links_booking_id_foreign" foreign key ("booking_id") references "bookings" ("id") on delete set null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "booking_links";`);
  }

}
