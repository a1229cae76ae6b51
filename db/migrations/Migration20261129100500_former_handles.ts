import { Migration } from '@mikro-orm/migrations';

/** A handle that was given up leads to its host for 90 days. */
export class Migration20261129100500_former_handles extends Migration {

  override name = 'Migration20261129100500_former_handles';

  override up(): void | Promise<void> {
    this.addSql(`create table "former_handles" ("handle" text not null, "host_id" uuid not null, "kept_until" timestamptz not null, primary key ("handle"));`);
    this.addSql(`create index "former_handles_host_id_index" on "former_handles" ("host_id");`);
    this.addSql(`alter table "former_handles" add constraint "former_handles_host_id_foreign" foreign key ("host_id") references "users" ("id") on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "former_handles";`);
  }

}
