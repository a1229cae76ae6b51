import { Migration } from '@mikro-orm/migrations';

const FEW = ['connection', 'calendar', 'webhook'];

/** Mails about connections, calendars and webhooks are few: those about bookings need no entries in their indexes. */
export class Migration20261130134500_mails_of_few extends Migration {

  override name = 'Migration20261130134500_mails_of_few';

  override up(): void | Promise<void> {
    for (const subject of FEW) {
      this.addSql(`drop index email_deliveries_${subject};`);
      this.addSql(`create index email_deliveries_${subject} on email_deliveries (${subject}_id, state) where ${subject}_id is not null;`);
    }
  }

  override down(): void | Promise<void> {
    for (const subject of FEW) {
      this.addSql(`drop index email_deliveries_${subject};`);
      this.addSql(`create index email_deliveries_${subject} on email_deliveries (${subject}_id, state);`);
    }
  }

}
