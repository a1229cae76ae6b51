import { Migration } from '@mikro-orm/migrations';

/** Keys by which hosts' programs use the API. */
export class Migration20261129202500_api_keys extends Migration {

  override name = 'Migration20261129202500_api_keys';

  override up(): void | Promise<void> {
    this.addSql(`create table "api_keys" ("id" uuid not null, "host_id" uuid not null, "name" text not null, "scope" text not null, "prefix" text not null, "hash" text not null, "created_at" timestamptz not null, "last_used_at" timestamptz null, "expires_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "api_keys_host_id_index" on "api_keys" ("host_id");`);
    this.addSql(`alter table "api_keys" add constraint "api_keys_hash_unique" unique ("hash");`);
    this.addSql(`alter table "api_keys" add constraint "api_keys_host_id_foreign" foreign key ("host_id") references "users" ("id") on delete cascade;`);
    this.addSql(`alter table "api_keys" add constraint "api_keys_scope_check" check ("scope" in ('read', 'write'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "api_keys";`);
  }

}
