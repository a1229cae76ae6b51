import { Migration } from '@mikro-orm/migrations';

/** Hosts ask guests to pick another time, and book for them. */
export class Migration20261130025500_hosts_ask_and_book extends Migration {

  override name = 'Migration20261130025500_hosts_ask_and_book';

  override up(): void | Promise<void> {
    this.addSql(`alter table "bookings" add "reschedule_asked_at" timestamptz null, add "booked_by" text not null default 'guest';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "bookings" drop column "reschedule_asked_at", drop column "booked_by";`);
  }

}
