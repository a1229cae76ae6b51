import { Migration } from '@mikro-orm/migrations';

/** Other places that a guest may choose. */
export class Migration20261130032000_further_locations extends Migration {

  override name = 'Migration20261130032000_further_locations';

  override up(): void | Promise<void> {
    this.addSql(`alter table "event_types" add "further_locations" jsonb null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "event_types" drop column "further_locations";`);
  }

}
