import { Migration } from '@mikro-orm/migrations';

/** What guests read once a booking is confirmed. */
export class Migration20261130070500_thank_you extends Migration {

  override name = 'Migration20261130070500_thank_you';

  override up(): void | Promise<void> {
    this.addSql(`alter table "event_types" add "thank_you" text not null default '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "event_types" drop column "thank_you";`);
  }

}
