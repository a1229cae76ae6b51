import { Migration } from '@mikro-orm/migrations';

const EXCLUDE = `alter table "bookings" add constraint "bookings_no_overlap" exclude using gist (host_id with =, blocked with &&) where (status in ('pending', 'confirmed'));`;

/** A confirmed booking holds the time that its guest proposes as well: one constraint decides about both. */
export class Migration20261129140000_proposed_times extends Migration {

  override name = 'Migration20261129140000_proposed_times';

  override up(): void | Promise<void> {
    this.addSql(`alter table "bookings" add "proposed_starts_at" timestamptz null, add "proposed_blocked_from" timestamptz null, add "proposed_blocked_until" timestamptz null, add "proposal_outcome" text null;`);
    this.addSql(`alter table "bookings" drop constraint "bookings_no_overlap", drop column "blocked";`);
    this.addSql(`alter table "bookings" add "blocked" tstzmultirange generated always as (tstzmultirange(VARIADIC ARRAY[tstzrange(blocked_from, blocked_until, '[)'::text), tstzrange(COALESCE(proposed_blocked_from, blocked_from), COALESCE(proposed_blocked_until, blocked_until), '[)'::text)])) stored null;`);
    this.addSql(EXCLUDE);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "bookings" drop constraint "bookings_no_overlap", drop column "blocked";`);
    this.addSql(`alter table "bookings" drop column "proposed_starts_at", drop column "proposed_blocked_from", drop column "proposed_blocked_until", drop column "proposal_outcome";`);
    this.addSql(`alter table "bookings" add "blocked" tstzrange generated always as (tstzrange(blocked_from, blocked_until, '[)'::text)) stored null;`);
    this.addSql(EXCLUDE);
  }

}
