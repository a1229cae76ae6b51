import { Migration } from '@mikro-orm/migrations';

/** An idempotency key is written with its booking. */
export class Migration20261129094500_keys_come_with_their_booking extends Migration {

  override name = 'Migration20261129094500_keys_come_with_their_booking';

  override up(): void | Promise<void> {
    this.addSql(`delete from "idempotency_keys" where "booking_id" is null;`);
    this.addSql(`alter table "idempotency_keys" drop column "status", drop column "locked_until", alter column "booking_id" set not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "idempotency_keys" alter column "booking_id" drop not null, add column "status" int null, add column "locked_until" timestamptz not null default now();`);
    this.addSql(`update "idempotency_keys" set "status" = 201;`);
    this.addSql(`alter table "idempotency_keys" alter column "locked_until" drop default;`);
  }

}
