import { Migration } from '@mikro-orm/migrations';

/** Two-step verification: a host's authenticator app and backup codes. */
export class Migration20261129164500_two_factors extends Migration {

  override name = 'Migration20261129164500_two_factors';

  override up(): void | Promise<void> {
    this.addSql(`create table "two_factors" ("host_id" uuid not null, "secret" bytea not null, "begun_at" timestamptz not null, "turned_on_at" timestamptz null, "last_step" int not null default 0, primary key ("host_id"));`);
    this.addSql(`alter table "two_factors" add constraint "two_factors_host_id_foreign" foreign key ("host_id") references "users" ("id") on update cascade on delete cascade;`);
    this.addSql(`create table "backup_codes" ("hash" text not null, "host_id" uuid not null, primary key ("hash"));`);
    this.addSql(`create index "backup_codes_host_id_index" on "backup_codes" ("host_id");`);
    this.addSql(`alter table "backup_codes" add constraint "backup_codes_host_id_foreign" foreign key ("host_id") references "two_factors" ("host_id") on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "backup_codes";`);
    this.addSql(`drop table "two_factors";`);
  }

}
