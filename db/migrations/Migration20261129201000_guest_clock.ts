import { Migration } from '@mikro-orm/migrations';

/** Mails to a guest write times as the guest's page did. */
export class Migration20261129201000_guest_clock extends Migration {

  override name = 'Migration20261129201000_guest_clock';

  override up(): void | Promise<void> {
    this.addSql(`alter table "bookings" add "guest_clock" text not null default '24h';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "bookings" drop column "guest_clock";`);
  }

}
