import { Migration } from '@mikro-orm/migrations';

/** Mails to a host write times as the host's pages did. */
export class Migration20261129233500_host_clock extends Migration {

  override name = 'Migration20261129233500_host_clock';

  override up(): void | Promise<void> {
    this.addSql(`alter table "users" add "clock" text not null default '24h';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "users" drop column "clock";`);
  }

}
