import { Migration } from '@mikro-orm/migrations';

/** Webhooks of hosts' own systems, and what was delivered to them. */
export class Migration20261130022500_webhooks extends Migration {

  override name = 'Migration20261130022500_webhooks';

  override up(): void | Promise<void> {
    this.addSql(`create table "webhooks" ("id" uuid not null, "host_id" uuid not null, "url" text not null, "events" jsonb not null, "secret" bytea not null, "former_secret" bytea null, "former_secret_until" timestamptz null, "state" text not null, "pause_cause" text null, "paused_at" timestamptz null, "failures" int not null default 0, "trouble_since" timestamptz null, "retry_at" timestamptz null, "revision" int not null default 1, "delivered_revision" int not null default 0, "next_wake_at" timestamptz null, "late_since" timestamptz null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "webhooks_host_id_index" on "webhooks" ("host_id");`);
    this.addSql(`create index webhooks_wake on webhooks (next_wake_at) where next_wake_at is not null;`);
    this.addSql(`create index webhooks_undelivered on webhooks (next_wake_at) where revision > delivered_revision;`);
    this.addSql(`create index webhooks_late on webhooks (late_since) where late_since is not null;`);
    this.addSql(`create table "webhook_deliveries" ("id" uuid not null, "seq" bigserial, "webhook_id" uuid not null, "booking_id" uuid null, "about" uuid not null, "message_id" uuid not null, "type" text not null, "payload" jsonb not null, "state" text not null, "planned_at" timestamptz null, "due_at" timestamptz not null, "claimed_until" timestamptz null, "attempts" int not null default 0, "first_tried_at" timestamptz null, "last_tried_at" timestamptz null, "answer_status" int null, "answer_body" text null, "answer_ms" int null, "problem" text null, "delivered_at" timestamptz null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "webhook_deliveries_booking_id_index" on "webhook_deliveries" ("booking_id");`);
    this.addSql(`create index "webhook_deliveries_log" on "webhook_deliveries" ("webhook_id", "seq");`);
    this.addSql(`create index webhook_deliveries_queued on webhook_deliveries (webhook_id, about, seq) where state = 'queued';`);
    this.addSql(`create index webhook_deliveries_next on webhook_deliveries (webhook_id, attempts, seq) where state = 'queued';`);
    this.addSql(`create index webhook_deliveries_unplanned on webhook_deliveries (webhook_id, created_at) where planned_at is null;`);
    this.addSql(`create index "webhook_deliveries_created" on "webhook_deliveries" ("created_at");`);
    this.addSql(`alter table "webhooks" add constraint "webhooks_host_id_foreign" foreign key ("host_id") references "users" ("id") on delete cascade;`);
    this.addSql(`alter table "webhooks" add constraint "webhooks_state_check" check ("state" in ('active', 'paused'));`);
    this.addSql(`alter table "webhooks" add constraint "webhooks_pause_cause_check" check ("pause_cause" in ('host', 'failing', 'gone'));`);
    this.addSql(`alter table "webhook_deliveries" add constraint "webhook_deliveries_webhook_id_foreign" foreign key ("webhook_id") references "webhooks" ("id") on delete cascade;`);
    this.addSql(`alter table "webhook_deliveries" add constraint "webhook_deliveries_booking_id_foreign" foreign key ("booking_id") references "bookings" ("id") on delete cascade;`);
    this.addSql(`alter table "webhook_deliveries" add constraint "webhook_deliveries_state_check" check ("state" in ('queued', 'delivered', 'failed'));`);
    this.addSql(`alter table "email_deliveries" add "webhook_id" uuid null;`);
    this.addSql(`alter table "email_deliveries" add constraint "email_deliveries_webhook_id_foreign" foreign key ("webhook_id") references "webhooks" ("id") on delete cascade;`);
    this.addSql(`create index "email_deliveries_webhook" on "email_deliveries" ("webhook_id", "state");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "email_deliveries_webhook";`);
    this.addSql(`alter table "email_deliveries" drop column "webhook_id";`);
    this.addSql(`drop table "webhook_deliveries";`);
    this.addSql(`drop table "webhooks";`);
  }

}
