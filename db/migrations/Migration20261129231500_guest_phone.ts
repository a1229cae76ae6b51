import { Migration } from '@mikro-orm/migrations';

/** The number at which a host calls a guest. */
export class Migration20261129231500_guest_phone extends Migration {

  override name = 'Migration20261129231500_guest_phone';

  override up(): void | Promise<void> {
    this.addSql(`alter table "bookings" add "guest_phone" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "bookings" drop column "guest_phone";`);
  }

}
