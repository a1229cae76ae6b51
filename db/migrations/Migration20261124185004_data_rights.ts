import { Migration } from '@mikro-orm/migrations';

export class Migration20261124185004_data_rights extends Migration {

  override name = 'Migration20261124185004_data_rights';

  override up(): void | Promise<void> {
    this.addSql(`alter table "users" add "erase_asked_at" timestamptz null;`);
    this.addSql(`create index "users_erase_asked_at_index" on "users" ("erase_asked_at");`);

    this.addSql(`alter table "bookings" add "erase_asked_at" timestamptz null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "bookings" drop column "erase_asked_at";`);
    this.addSql(`alter table "users" drop column "erase_asked_at";`);
  }

}
