import { Migration } from '@mikro-orm/migrations';

/** Open requests are counted by mailbox and by network. */
export class Migration20261129095000_open_requests extends Migration {

  override name = 'Migration20261129095000_open_requests';

  override up(): void | Promise<void> {
    this.addSql(`alter table "bookings" add column "requested_from" text null;`);
    this.addSql(`create index bookings_guest_mailbox on bookings (lower(regexp_replace(guest_email, '\\+[^@]*@', '@')));`);
    this.addSql(`create index bookings_requested_from on bookings (requested_from) where requested_from is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "bookings_requested_from";`);
    this.addSql(`drop index "bookings_guest_mailbox";`);
    this.addSql(`alter table "bookings" drop column "requested_from";`);
  }

}
