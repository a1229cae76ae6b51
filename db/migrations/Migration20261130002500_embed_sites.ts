import { Migration } from '@mikro-orm/migrations';

/** The sites that may show a host's pages in a frame. */
export class Migration20261130002500_embed_sites extends Migration {

  override name = 'Migration20261130002500_embed_sites';

  override up(): void | Promise<void> {
    this.addSql(`alter table "users" add "embed_sites" jsonb null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "users" drop column "embed_sites";`);
  }

}
