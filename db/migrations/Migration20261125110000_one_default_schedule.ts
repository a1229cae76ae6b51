import { Migration } from '@mikro-orm/migrations';

/** Two default schedules could be made at the same moment: the oldest one stays it. */
export class Migration20261125110000_one_default_schedule extends Migration {

  override name = 'Migration20261125110000_one_default_schedule';

  override up(): void | Promise<void> {
    this.addSql(`update "schedules" s set "is_default" = false where "is_default" and exists (select 1 from "schedules" o where o."host_id" = s."host_id" and o."is_default" and o."id" < s."id");`);
    this.addSql(`create unique index schedules_one_default on schedules (host_id) where is_default;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "schedules_one_default";`);
  }

}
