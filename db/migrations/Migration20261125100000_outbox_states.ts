import { Migration } from '@mikro-orm/migrations';

/** The outbox speaks of queued and superseded mails. */
export class Migration20261125100000_outbox_states extends Migration {

  override name = 'Migration20261125100000_outbox_states';

  override up(): void | Promise<void> {
    this.addSql(`alter table "email_deliveries" drop constraint "email_deliveries_state_check";`);
    this.addSql(`update "email_deliveries" set "state" = case "state" when 'owed' then 'queued' else 'superseded' end where "state" in ('owed', 'folded');`);
    this.addSql(`alter table "email_deliveries" add constraint "email_deliveries_state_check" check ("state" in ('queued', 'claimed', 'sent', 'refused', 'superseded'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "email_deliveries" drop constraint "email_deliveries_state_check";`);
    this.addSql(`update "email_deliveries" set "state" = case "state" when 'queued' then 'owed' else 'folded' end where "state" in ('queued', 'superseded');`);
    this.addSql(`alter table "email_deliveries" add constraint "email_deliveries_state_check" check ("state" in ('owed', 'claimed', 'sent', 'refused', 'folded'));`);
  }

}
