import { Migration } from '@mikro-orm/migrations';

/** Hosts can check whether a connection still works; a poll continues where the last one stopped. */
export class Migration20261129103000_connection_progress extends Migration {

  override name = 'Migration20261129103000_connection_progress';

  override up(): void | Promise<void> {
    this.addSql(`alter table "connections" add "check_asked_at" timestamptz null, add "poll_started_at" timestamptz null, add "poll_cursor" uuid null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "connections" drop column "check_asked_at", drop column "poll_started_at", drop column "poll_cursor";`);
  }

}
