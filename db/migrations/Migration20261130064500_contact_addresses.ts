import { Migration } from '@mikro-orm/migrations';

/** The address that a host shows to guests. */
export class Migration20261130064500_contact_addresses extends Migration {

  override name = 'Migration20261130064500_contact_addresses';

  override up(): void | Promise<void> {
    this.addSql(`alter table "users" add "contact_email" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "users" drop column "contact_email";`);
  }

}
