import { Migration } from '@mikro-orm/migrations';

/** The order in which a host's page shows event types. */
export class Migration20261130055000_order_of_event_types extends Migration {

  override name = 'Migration20261130055000_order_of_event_types';

  override up(): void | Promise<void> {
    this.addSql(`alter table "event_types" add "position" int not null default 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "event_types" drop column "position";`);
  }

}
