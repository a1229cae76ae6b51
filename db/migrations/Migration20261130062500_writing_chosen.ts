import { Migration } from '@mikro-orm/migrations';

/** Which of locale, clock and week start a host chose; the others follow the host's browser. */
export class Migration20261130062500_writing_chosen extends Migration {

  override name = 'Migration20261130062500_writing_chosen';

  override up(): void | Promise<void> {
    this.addSql(`alter table "users" add "writing_chosen" jsonb null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "users" drop column "writing_chosen";`);
  }

}
