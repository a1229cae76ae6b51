import { Migration } from '@mikro-orm/migrations';

/** A mail's content is fixed when it is first handed over to the mail server. */
export class Migration20261125110000_mails_with_fixed_content extends Migration {

  override name = 'Migration20261125110000_mails_with_fixed_content';

  override up(): void | Promise<void> {
    this.addSql(`alter table "email_deliveries" add column "handed_over_at" timestamptz null, add column "content" bytea null, add column "told_starts_at" timestamptz null;`);
    this.addSql(`update "email_deliveries" set "handed_over_at" = "sent_at";`);
    this.addSql(`alter table "bookings" drop column "invited";`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "bookings" add column "invited" boolean not null default false;`);
    this.addSql(`alter table "email_deliveries" drop column "handed_over_at", drop column "content", drop column "told_starts_at";`);
  }

}
