import { Migration } from '@mikro-orm/migrations';

/** Secret addresses at which calendar programs read hosts' bookings. */
export class Migration20261129230500_calendar_feeds extends Migration {

  override name = 'Migration20261129230500_calendar_feeds';

  override up(): void | Promise<void> {
    this.addSql(`create table "calendar_feeds" ("host_id" uuid not null, "hash" text not null, "created_at" timestamptz not null, "last_read_at" timestamptz null, primary key ("host_id"));`);
    this.addSql(`alter table "calendar_feeds" add constraint "calendar_feeds_hash_unique" unique ("hash");`);
    this.addSql(`alter table "calendar_feeds" add constraint "calendar_feeds_host_id_foreign" foreign key ("host_id") references "users" ("id") on update cascade on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "calendar_feeds";`);
  }

}
