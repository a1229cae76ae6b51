import { Migration } from '@mikro-orm/migrations';

/** The most bookings of a week and a month, and of all event types of a host together. */
export class Migration20261130060000_d_booking_limits extends Migration {

  override name = 'Migration20261130060000_d_booking_limits';

  override up(): void | Promise<void> {
    this.addSql(`alter table "event_types" add "max_per_week" int null, add "max_per_month" int null;`);
    this.addSql(`alter table "users" add "max_per_day" int null, add "max_per_week" int null, add "max_per_month" int null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "event_types" drop column "max_per_week", drop column "max_per_month";`);
    this.addSql(`alter table "users" drop column "max_per_day", drop column "max_per_week", drop column "max_per_month";`);
  }

}
