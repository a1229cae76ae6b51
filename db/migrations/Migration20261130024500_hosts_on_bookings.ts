import { Migration } from '@mikro-orm/migrations';

/** What hosts say of their bookings: why a booking moved, that its guest did not come, and notes for themselves. */
export class Migration20261130024500_hosts_on_bookings extends Migration {

  override name = 'Migration20261130024500_hosts_on_bookings';

  override up(): void | Promise<void> {
    this.addSql(`alter table "bookings" add "reason_by" text null, add "no_show_at" timestamptz null, add "host_notes" text not null default '';`);
    this.addSql(`update "bookings" set "reason_by" = case when "status" = 'confirmed' then 'host' else "ended_by" end where "reason" is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "bookings" drop column "reason_by", drop column "no_show_at", drop column "host_notes";`);
  }

}
