import { Migration } from '@mikro-orm/migrations';

/** Photos and logos of hosts. */
export class Migration20261130062000_host_photos extends Migration {

  override name = 'Migration20261130062000_host_photos';

  override up(): void | Promise<void> {
    this.addSql(`create table "host_photos" ("host_id" uuid not null, "name" uuid not null, "jpeg" bytea not null, primary key ("host_id"));`);
    this.addSql(`alter table "host_photos" add constraint "host_photos_name_unique" unique ("name");`);
    this.addSql(`alter table "host_photos" add constraint "host_photos_host_id_foreign" foreign key ("host_id") references "users" ("id") on update cascade on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "host_photos";`);
  }

}
