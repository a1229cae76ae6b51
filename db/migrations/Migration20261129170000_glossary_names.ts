import { Migration } from '@mikro-orm/migrations';

/** Tables named as AGENTS.md names their rows: a provider's subscriptions, and the notifications it sends. */
export class Migration20261129170000_glossary_names extends Migration {

  override name = 'Migration20261129170000_glossary_names';

  override up(): void | Promise<void> {
    this.addSql(`alter table "inbox_notices" rename to "inbox_notifications";`);
    this.addSql(`alter table "inbox_notifications" rename constraint "inbox_notices_pkey" to "inbox_notifications_pkey";`);
    this.addSql(`alter table "inbox_notifications" rename constraint "inbox_notices_once" to "inbox_notifications_once";`);
    this.addSql(`alter index "inbox_notices_open" rename to "inbox_notifications_open";`);
    this.addSql(`alter index "inbox_notices_meeting" rename to "inbox_notifications_meeting";`);
    // Their secrets are sealed for the former name; each connection opens another subscription.
    this.addSql(`delete from "provider_watches";`);
    this.addSql(`alter table "provider_watches" rename to "subscriptions";`);
    this.addSql(`alter table "subscriptions" rename constraint "provider_watches_pkey" to "subscriptions_pkey";`);
    this.addSql(`alter table "subscriptions" rename constraint "provider_watches_connection_id_foreign" to "subscriptions_connection_id_foreign";`);
    this.addSql(`alter index "provider_watches_connection_id_index" rename to "subscriptions_connection_id_index";`);
    this.addSql(`alter index "provider_watches_subscription" rename to "subscriptions_provider";`);
    this.addSql(`update "inbox_notifications" set "what" = 'subscription_ended' where "what" = 'watch_ended';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`update "inbox_notifications" set "what" = 'watch_ended' where "what" = 'subscription_ended';`);
    this.addSql(`alter index "subscriptions_provider" rename to "provider_watches_subscription";`);
    this.addSql(`alter index "subscriptions_connection_id_index" rename to "provider_watches_connection_id_index";`);
    this.addSql(`alter table "subscriptions" rename constraint "subscriptions_connection_id_foreign" to "provider_watches_connection_id_foreign";`);
    this.addSql(`alter table "subscriptions" rename constraint "subscriptions_pkey" to "provider_watches_pkey";`);
    this.addSql(`alter table "subscriptions" rename to "provider_watches";`);
    this.addSql(`alter index "inbox_notifications_meeting" rename to "inbox_notices_meeting";`);
    this.addSql(`alter index "inbox_notifications_open" rename to "inbox_notices_open";`);
    this.addSql(`alter table "inbox_notifications" rename constraint "inbox_notifications_once" to "inbox_notices_once";`);
    this.addSql(`alter table "inbox_notifications" rename constraint "inbox_notifications_pkey" to "inbox_notices_pkey";`);
    this.addSql(`alter table "inbox_notifications" rename to "inbox_notices";`);
  }

}
