import { Migration } from '@mikro-orm/migrations';

/** Event types are live, unlisted or off, instead of published or not. */
export class Migration20261129233500_visibility extends Migration {

  override name = 'Migration20261129233500_visibility';

  override up(): void | Promise<void> {
    this.addSql(`alter table "event_types" add "visibility" text not null default 'off';`);
    this.addSql(`update "event_types" set "visibility" = 'live' where "published";`);
    this.addSql(`alter table "event_types" add constraint "event_types_visibility_check" check ("visibility" in ('live', 'unlisted', 'off'));`);
    this.addSql(`alter table "event_types" drop column "published";`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "event_types" add "published" boolean not null default false;`);
    this.addSql(`update "event_types" set "published" = true where "visibility" <> 'off';`);
    this.addSql(`alter table "event_types" drop column "visibility";`);
  }

}
