import { Migration } from '@mikro-orm/migrations';

/** Meetings that are over are no longer live. */
export class Migration20261130030500_ended_meetings extends Migration {

  override name = 'Migration20261130030500_ended_meetings';

  override up(): void | Promise<void> {
    this.addSql(`alter table "conferences" drop constraint "conferences_state_check";`);
    this.addSql(`update conferences c set state = 'ended' from bookings b where b.id = c.booking_id and c.state = 'live' and b.status = 'completed';`);
    this.addSql(`alter table "conferences" add constraint "conferences_state_check" check ("state" in ('intended', 'live', 'ended', 'deleting', 'deleted', 'removed_by_host', 'abandoned'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "conferences" drop constraint "conferences_state_check";`);
    this.addSql(`update conferences set state = 'live' where state = 'ended';`);
    this.addSql(`alter table "conferences" add constraint "conferences_state_check" check ("state" in ('intended', 'live', 'deleting', 'deleted', 'removed_by_host', 'abandoned'));`);
  }

}
