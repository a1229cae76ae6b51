import { Migration } from '@mikro-orm/migrations';

/** No code read them. */
export class Migration20261129131500_unread_columns extends Migration {

  override name = 'Migration20261129131500_unread_columns';

  override up(): void | Promise<void> {
    this.addSql(`alter table "conferences" drop column "pushed_revision";`);
    this.addSql(`alter table "connections" drop column "scopes";`);
    this.addSql(`alter table "inbox_notices" drop column "at";`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "conferences" add "pushed_revision" int not null default 0;`);
    this.addSql(`alter table "connections" add "scopes" jsonb not null default '[]';`);
    this.addSql(`alter table "inbox_notices" add "at" timestamptz null;`);
  }

}
