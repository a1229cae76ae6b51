import { Migration } from '@mikro-orm/migrations';

/** Where hosts are on some dates, and which public holidays they take off. */
export class Migration20261130103500_a_trips_and_holidays extends Migration {

  override name = 'Migration20261130103500_a_trips_and_holidays';

  override up(): void | Promise<void> {
    this.addSql(`alter table "users" add "trips" jsonb null, add "holidays" jsonb null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "users" drop column "trips", drop column "holidays";`);
  }

}
