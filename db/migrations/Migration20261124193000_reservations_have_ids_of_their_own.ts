import { Migration } from '@mikro-orm/migrations';

/** better-auth keeps reservations among the verifications, under hashes of what is reserved. */
export class Migration20261124193000_reservations_have_ids_of_their_own extends Migration {

  override name = 'Migration20261124193000_reservations_have_ids_of_their_own';

  override up(): void | Promise<void> {
    this.addSql(`alter table "verifications" alter column "id" type text using "id"::text;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`delete from "verifications";`);
    this.addSql(`alter table "verifications" alter column "id" type uuid using "id"::uuid;`);
  }

}
