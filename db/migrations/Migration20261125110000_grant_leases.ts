import { Migration } from '@mikro-orm/migrations';

/** Who speaks with a provider about a grant holds a lease in its row instead of a transaction. */
export class Migration20261125110000_grant_leases extends Migration {

  override name = 'Migration20261125110000_grant_leases';

  override up(): void | Promise<void> {
    this.addSql(`alter table "connection_tokens" add "lease_until" timestamptz null, add "lease_token" uuid null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "connection_tokens" drop column "lease_until", drop column "lease_token";`);
  }

}
