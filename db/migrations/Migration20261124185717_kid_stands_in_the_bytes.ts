import { Migration } from '@mikro-orm/migrations';

/** The sealed bytes name their key; a second place for it could only be wrong. */
export class Migration20261124185717_kid_stands_in_the_bytes extends Migration {

  override name = 'Migration20261124185717_kid_stands_in_the_bytes';

  override up(): void | Promise<void> {
    this.addSql(`alter table "connection_tokens" drop column "kid";`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "connection_tokens" add "kid" text not null default '';`);
    this.addSql(`alter table "connection_tokens" alter column "kid" drop default;`);
    this.addSql(`create index "connection_tokens_kid_index" on "connection_tokens" ("kid");`);
  }

}
