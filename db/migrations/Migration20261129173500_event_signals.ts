import { Migration } from '@mikro-orm/migrations';

/** The signal of a change was written beside its line of the timeline and never read: the sweep compares revisions. */
export class Migration20261129173500_event_signals extends Migration {

  override name = 'Migration20261129173500_event_signals';

  override up(): void | Promise<void> {
    this.addSql(`alter table "booking_events" drop column "signal";`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "booking_events" add "signal" text null;`);
  }

}
