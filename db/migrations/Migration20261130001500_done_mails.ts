import { Migration } from '@mikro-orm/migrations';

/** Mails that are done by their age: old ones are found without reading all. */
export class Migration20261130001500_done_mails extends Migration {

  override name = 'Migration20261130001500_done_mails';

  override up(): void | Promise<void> {
    this.addSql(`create index email_deliveries_done on email_deliveries (created_at) where state in ('sent', 'superseded', 'refused');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index email_deliveries_done;`);
  }

}
