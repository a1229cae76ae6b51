import { Migration } from '@mikro-orm/migrations';

/** The sweep postpones the wake time even where its repair fails, which hid from monitoring how late the work is. */
export class Migration20261129133000_late_since extends Migration {

  override name = 'Migration20261129133000_late_since';

  override up(): void | Promise<void> {
    for (const table of ['bookings', 'connections']) {
      this.addSql(`alter table ${table} add late_since timestamptz null;`);
      this.addSql(`create index ${table}_late on ${table} (late_since) where late_since is not null;`);
    }
  }

  override down(): void | Promise<void> {
    for (const table of ['bookings', 'connections']) this.addSql(`alter table ${table} drop column late_since;`);
  }

}
