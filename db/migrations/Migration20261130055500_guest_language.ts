import { Migration } from '@mikro-orm/migrations';

/** The language that a host's guests are written to. */
export class Migration20261130055500_guest_language extends Migration {

  override name = 'Migration20261130055500_guest_language';

  override up(): void | Promise<void> {
    this.addSql(`alter table "users" add "guest_language" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "users" drop column "guest_language";`);
  }

}
