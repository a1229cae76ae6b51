import { Migration } from '@mikro-orm/migrations';

/** A write with unknown outcome may take effect after a later one. */
export class Migration20261129101500_late_writes extends Migration {

  override name = 'Migration20261129101500_late_writes';

  override up(): void | Promise<void> {
    this.addSql(`alter table "conferences" add "write_may_land_until" timestamptz null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "conferences" drop column "write_may_land_until";`);
  }

}
