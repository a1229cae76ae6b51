import { Migration } from '@mikro-orm/migrations';

/** Whether guests who reschedule or cancel have to say why. */
export class Migration20261130061000_d_reasons extends Migration {

  override name = 'Migration20261130061000_d_reasons';

  override up(): void | Promise<void> {
    this.addSql(`alter table "event_types" add "requires_reason" boolean not null default false;`);
    this.addSql(`alter table "bookings" add "requires_reason" boolean not null default false;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "event_types" drop column "requires_reason";`);
    this.addSql(`alter table "bookings" drop column "requires_reason";`);
  }

}
