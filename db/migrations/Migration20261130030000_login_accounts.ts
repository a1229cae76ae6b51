import { Migration } from '@mikro-orm/migrations';

/** An account of Google or Microsoft logs in to one of ours. */
export class Migration20261130030000_login_accounts extends Migration {

  override name = 'Migration20261130030000_login_accounts';

  override up(): void | Promise<void> {
    this.addSql(`alter table "accounts" add constraint "accounts_once" unique ("provider_id", "account_id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "accounts" drop constraint "accounts_once";`);
  }

}
