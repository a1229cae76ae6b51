import { Migration } from '@mikro-orm/migrations';

/** What guests see of a host beside the name. */
export class Migration20261130061000_profiles extends Migration {

  override name = 'Migration20261130061000_profiles';

  override up(): void | Promise<void> {
    this.addSql(`alter table "users" add "bio" text not null default '', add "welcome" text not null default '', add "accent_colour" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "users" drop column "bio", drop column "welcome", drop column "accent_colour";`);
  }

}
