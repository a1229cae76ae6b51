import { Migration } from '@mikro-orm/migrations';

/** Monitoring counts what is open every few seconds: each count has an index that holds little more than its answer. */
export class Migration20261129100000_monitoring_indexes extends Migration {

  override name = 'Migration20261129100000_monitoring_indexes';

  override up(): void | Promise<void> {
    this.addSql(`create index email_deliveries_open on email_deliveries (due_at) where state in ('queued', 'claimed');`);
    this.addSql(`create index conferences_abandoned on conferences (id) where state = 'abandoned';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index email_deliveries_open;`);
    this.addSql(`drop index conferences_abandoned;`);
  }

}
