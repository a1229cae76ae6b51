import { Migration } from '@mikro-orm/migrations';

/** Pages and mails write dates and times as the reader's language does, and name the clock as `Intl` does. */
export class Migration20261130023500_locales extends Migration {

  override name = 'Migration20261130023500_locales';

  override up(): void | Promise<void> {
    this.addSql(`alter table "bookings" rename column "guest_clock" to "guest_hour_cycle";`);
    this.addSql(`alter table "bookings" alter column "guest_hour_cycle" set default 'h23', add "guest_locale" text not null default 'en-GB';`);
    this.addSql(`update "bookings" set "guest_hour_cycle" = case "guest_hour_cycle" when '12h' then 'h12' else 'h23' end;`);
    this.addSql(`alter table "users" rename column "clock" to "hour_cycle";`);
    this.addSql(`alter table "users" alter column "hour_cycle" set default 'h23', add "locale" text not null default 'en-GB', add "week_start" int not null default 1;`);
    this.addSql(`update "users" set "hour_cycle" = case "hour_cycle" when '12h' then 'h12' else 'h23' end;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`update "users" set "hour_cycle" = case "hour_cycle" when 'h12' then '12h' else '24h' end;`);
    this.addSql(`alter table "users" drop column "locale", drop column "week_start", alter column "hour_cycle" set default '24h';`);
    this.addSql(`alter table "users" rename column "hour_cycle" to "clock";`);
    this.addSql(`update "bookings" set "guest_hour_cycle" = case "guest_hour_cycle" when 'h12' then '12h' else '24h' end;`);
    this.addSql(`alter table "bookings" drop column "guest_locale", alter column "guest_hour_cycle" set default '24h';`);
    this.addSql(`alter table "bookings" rename column "guest_hour_cycle" to "guest_clock";`);
  }

}
