import { Migration } from '@mikro-orm/migrations';

/** Where guests go after booking, what mails add in the host's words, and whether guests see the login's address. */
export class Migration20261130103000_after_booking extends Migration {
  // A plain class field, so that the name stands before the base class reads it.
  override name = 'Migration20261130103000_after_booking';

  override up(): void {
    this.addSql(
      `alter table "event_types" add "redirect_url" text null, add "redirect_passes_details" boolean not null default false, add "confirmation_line" text not null default '', add "follow_up_minutes" int null, add "follow_up_line" text not null default '';`,
    );
    // Who had an account before keeps the replies that came to it; new hosts choose.
    this.addSql(`alter table "users" add "shows_login_email" boolean not null default true;`);
    this.addSql(`alter table "users" alter "shows_login_email" set default false;`);
  }

  override down(): void {
    this.addSql(`alter table "users" drop column "shows_login_email";`);
    this.addSql(
      `alter table "event_types" drop column "redirect_url", drop column "redirect_passes_details", drop column "confirmation_line", drop column "follow_up_minutes", drop column "follow_up_line";`,
    );
  }
}
