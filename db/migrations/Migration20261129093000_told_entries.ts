import { Migration } from '@mikro-orm/migrations';

/** Calendar files are numbered by what they say, and mails remember what they told. */
export class Migration20261129093000_told_entries extends Migration {

  override name = 'Migration20261129093000_told_entries';

  override up(): void | Promise<void> {
    this.addSql(`alter table "bookings" add column "numbered_entry" text null;`);
    // What the files until now said is not known: the next one counts as another.
    this.addSql(`update "bookings" set "numbered_entry" = '' where "ics_sequence" > 0 or exists (select 1 from "email_deliveries" where "booking_id" = "bookings"."id" and "handed_over_at" is not null);`);
    this.addSql(`alter table "email_deliveries" add column "told_entry" text null, add column "brings_entry" boolean not null default false;`);
    this.addSql(`update "email_deliveries" set "brings_entry" = true where "handed_over_at" is not null and "kind" in ('confirmed', 'rescheduled', 'link_ready') and ("recipient" = 'guest' or "link_key" is null or "link_key" = 'manual');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "email_deliveries" drop column "told_entry", drop column "brings_entry";`);
    this.addSql(`alter table "bookings" drop column "numbered_entry";`);
  }

}
