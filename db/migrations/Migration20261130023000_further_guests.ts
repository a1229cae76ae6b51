import { Migration } from '@mikro-orm/migrations';

/** Whom guests bring along, where the event type lets them. */
export class Migration20261130023000_further_guests extends Migration {

  override name = 'Migration20261130023000_further_guests';

  override up(): void | Promise<void> {
    this.addSql(`create table "further_guests" ("id" uuid not null, "booking_id" uuid not null, "email" text not null, "name" text null, "removed_at" timestamptz null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "further_guests_booking_id_index" on "further_guests" ("booking_id");`);
    this.addSql(`alter table "further_guests" add constraint "further_guests_booking_id_foreign" foreign key ("booking_id") references "bookings" ("id") on delete cascade;`);
    this.addSql(`alter table "event_types" add "allows_guests" boolean not null default true;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "event_types" drop column "allows_guests";`);
    this.addSql(`drop table "further_guests";`);
  }

}
