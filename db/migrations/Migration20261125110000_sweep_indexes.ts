import { Migration } from '@mikro-orm/migrations';

/** The sweep asks every few seconds: each half of its question has an index that holds little more than its answer. */
export class Migration20261125110000_sweep_indexes extends Migration {

  override name = 'Migration20261125110000_sweep_indexes';

  override up(): void | Promise<void> {
    for (const table of ['bookings', 'connections']) {
      this.addSql(`drop index ${table}_wake;`);
      this.addSql(`create index ${table}_wake on ${table} (next_wake_at) where next_wake_at is not null;`);
      this.addSql(`create index ${table}_undelivered on ${table} (next_wake_at) where revision > delivered_revision;`);
    }
  }

  override down(): void | Promise<void> {
    for (const table of ['bookings', 'connections']) {
      this.addSql(`drop index ${table}_undelivered;`);
      this.addSql(`drop index ${table}_wake;`);
      this.addSql(`create index ${table}_wake on ${table} (next_wake_at);`);
    }
  }

}
