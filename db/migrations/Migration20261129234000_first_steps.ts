import { Migration } from '@mikro-orm/migrations';

/** Which first steps a host has taken is the same in each of their browsers. */
export class Migration20261129234000_first_steps extends Migration {

  override name = 'Migration20261129234000_first_steps';

  override up(): void | Promise<void> {
    this.addSql(`alter table "users" add "first_steps" jsonb null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "users" drop column "first_steps";`);
  }

}
