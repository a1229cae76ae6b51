import { Migration } from '@mikro-orm/migrations';

/** An event type may have several lengths, of which its guest chooses one. */
export class Migration20261129234500_further_durations extends Migration {

  override name = 'Migration20261129234500_further_durations';

  override up(): void | Promise<void> {
    this.addSql(`alter table "event_types" add "further_durations" jsonb null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "event_types" drop column "further_durations";`);
  }

}
