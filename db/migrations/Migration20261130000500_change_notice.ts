import { Migration } from '@mikro-orm/migrations';

/** Until how long before the start guests may reschedule or cancel. */
export class Migration20261130000500_change_notice extends Migration {

  override name = 'Migration20261130000500_change_notice';

  override up(): void | Promise<void> {
    this.addSql(`alter table "event_types" add "change_notice_minutes" int not null default 0;`);
    this.addSql(`alter table "bookings" add "change_notice_minutes" int not null default 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "event_types" drop column "change_notice_minutes";`);
    this.addSql(`alter table "bookings" drop column "change_notice_minutes";`);
  }

}
