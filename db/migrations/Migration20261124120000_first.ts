import { Migration } from '@mikro-orm/migrations';

export class Migration20261124120000_first extends Migration {

  override name = 'Migration20261124120000_first';

  override up(): void | Promise<void> {
    // The exclusion constraint compares uuids and ranges in one gist index.
    this.addSql(`create extension if not exists btree_gist;`);

    this.addSql(`create table "inbox_notices" ("id" uuid not null, "provider" text not null, "dedupe_key" text not null, "what" text not null, "subscription_id" text null, "account_id" text null, "meeting_id" text null, "at" timestamptz null, "received_at" timestamptz not null, "handled_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "inbox_notices_open" on "inbox_notices" ("handled_at", "received_at");`);
    this.addSql(`create index "inbox_notices_meeting" on "inbox_notices" ("provider", "meeting_id");`);
    this.addSql(`alter table "inbox_notices" add constraint "inbox_notices_once" unique ("provider", "dedupe_key");`);

    this.addSql(`create table "rate_limits" ("key" varchar(255) not null, "points" int not null default 0, "expire" bigint null, primary key ("key"));`);
    this.addSql(`create index "rate_limits_expire_index" on "rate_limits" ("expire");`);

    this.addSql(`create table "users" ("id" uuid not null, "name" text not null, "email" text not null, "email_verified" boolean not null default false, "image" text null, "handle" text not null, "time_zone" text not null default 'UTC', "on_provider_delete" text not null default 'cancel', "on_provider_move" text not null default 'reschedule', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`alter table "users" add constraint "users_email_unique" unique ("email");`);
    this.addSql(`alter table "users" add constraint "users_handle_unique" unique ("handle");`);

    this.addSql(`create table "sessions" ("id" uuid not null, "user_id" uuid not null, "token" text not null, "expires_at" timestamptz not null, "ip_address" text null, "user_agent" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`alter table "sessions" add constraint "sessions_token_unique" unique ("token");`);

    this.addSql(`create table "schedules" ("id" uuid not null, "host_id" uuid not null, "name" text not null, "time_zone" text not null, "is_default" boolean not null default false, "weekly" jsonb not null, "overrides" jsonb not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "schedules_host_id_index" on "schedules" ("host_id");`);

    this.addSql(`create table "oauth_attempts" ("id" uuid not null, "host_id" uuid not null, "provider" text not null, "session_hash" text not null, "state_hash" text not null, "code_verifier" bytea not null, "mode" text not null, "return_to" text not null, "status" text not null, "code" text null, "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "oauth_attempts" add constraint "oauth_attempts_state_hash_unique" unique ("state_hash");`);
    this.addSql(`create index "oauth_attempts_expires_at_index" on "oauth_attempts" ("expires_at");`);

    this.addSql(`create table "event_types" ("id" uuid not null, "host_id" uuid not null, "schedule_id" uuid not null, "slug" text not null, "title" text not null, "description" text not null default '', "duration_minutes" int not null, "slot_interval_minutes" int null, "buffer_before_minutes" int not null default 0, "buffer_after_minutes" int not null default 0, "minimum_notice_minutes" int not null default 0, "booking_window" jsonb not null, "max_per_day" int null, "location" jsonb not null, "requires_confirmation" boolean not null default false, "hold_minutes" int not null default 1440, "reminder_minutes" jsonb not null, "questions" jsonb not null, "published" boolean not null default false, "archived_at" timestamptz null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "event_types_schedule_id_index" on "event_types" ("schedule_id");`);
    this.addSql(`alter table "event_types" add constraint "event_types_host_slug" unique ("host_id", "slug");`);

    this.addSql(`create table "idempotency_keys" ("event_type_id" uuid not null, "key_hash" text not null, "body_hash" text not null, "status" int null, "booking_id" uuid null, "locked_until" timestamptz not null, "created_at" timestamptz not null, primary key ("event_type_id", "key_hash"));`);
    this.addSql(`create index "idempotency_keys_created_at_index" on "idempotency_keys" ("created_at");`);

    this.addSql(`create table "connections" ("id" uuid not null, "host_id" uuid not null, "provider" text not null, "account_id" text not null, "account_email" text not null, "is_current" boolean not null default true, "state" text not null, "cause" text null, "trouble_since" timestamptz null, "scopes" jsonb not null, "connected_at" timestamptz not null, "last_used_at" timestamptz null, "revision" int not null default 1, "delivered_revision" int not null default 0, "next_wake_at" timestamptz null, "paused_until" timestamptz null, "grace_until" timestamptz null, "retry_at" timestamptz null, "failures" int not null default 0, "polled_at" timestamptz null, "wake_cursor" timestamptz null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create unique index connections_current on connections (host_id, provider) where is_current;`);
    this.addSql(`create index "connections_provider_account" on "connections" ("provider", "account_id");`);
    this.addSql(`create index "connections_wake" on "connections" ("next_wake_at");`);
    this.addSql(`alter table "connections" add constraint "connections_account" unique ("host_id", "provider", "account_id");`);
    this.addSql(`alter table "connections" add constraint "connections_state_check" check ("state" in ('connected', 'reconnect_needed', 'revoked'));`);

    this.addSql(`create table "provider_watches" ("id" uuid not null, "connection_id" uuid not null, "provider" text not null, "subscription_id" text not null, "resource_id" text null, "secret" bytea not null, "state" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "provider_watches_connection_id_index" on "provider_watches" ("connection_id");`);
    this.addSql(`create index "provider_watches_subscription" on "provider_watches" ("provider", "subscription_id");`);

    this.addSql(`create table "connection_tokens" ("connection_id" uuid not null, "provider" text not null, "access" bytea not null, "refresh" bytea null, "kid" text not null, "expires_at" timestamptz not null, "refreshed_at" timestamptz not null, "token_version" int not null default 1, primary key ("connection_id"));`);
    this.addSql(`create index "connection_tokens_kid_index" on "connection_tokens" ("kid");`);

    this.addSql(`create table "call_slots" ("connection_id" uuid not null, "slot" int not null, "lease_until" timestamptz null, "lease_token" uuid null, primary key ("connection_id", "slot"));`);

    this.addSql(`create table "bookings" ("id" uuid not null, "host_id" uuid not null, "event_type_id" uuid not null, "status" text not null, "revision" int not null default 1, "delivered_revision" int not null default 0, "next_wake_at" timestamptz null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "blocked_from" timestamptz not null, "blocked_until" timestamptz not null, "blocked" tstzrange generated always as (tstzrange(blocked_from, blocked_until, '[)'::text)) stored null, "buffer_before_minutes" int not null, "buffer_after_minutes" int not null, "title" text not null, "location" jsonb not null, "reminder_minutes" jsonb not null, "requires_confirmation" boolean not null, "hold_minutes" int not null, "pending_since" timestamptz null, "hold_ends_at" timestamptz null, "scheduled_at" timestamptz not null, "confirmed_at" timestamptz null, "link_wait_until" timestamptz null, "previous_starts_at" timestamptz null, "ended_at" timestamptz null, "ended_by" text null, "reason" text null, "guest_name" text not null, "guest_email" text not null, "guest_time_zone" text not null, "answers" jsonb not null, "link_version" int not null default 1, "link_wanted" boolean not null default false, "manual_link" text null, "ics_sequence" int not null default 0, "invited" boolean not null default false, "reminders_unsubscribed_at" timestamptz null, "erased_at" timestamptz null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "bookings_host_status_starts" on "bookings" ("host_id", "status", "starts_at");`);
    this.addSql(`create index "bookings_event_type_starts" on "bookings" ("event_type_id", "starts_at");`);
    this.addSql(`create index "bookings_wake" on "bookings" ("next_wake_at");`);
    this.addSql(`alter table "bookings" add constraint "bookings_no_overlap" exclude using gist (host_id with =, blocked with &&) where (status in ('pending', 'confirmed'));`);
    this.addSql(`alter table "bookings" add constraint "bookings_status_check" check ("status" in ('pending', 'confirmed', 'declined', 'expired', 'cancelled', 'completed'));`);

    this.addSql(`create table "email_deliveries" ("id" uuid not null, "about" uuid not null, "booking_id" uuid null, "connection_id" uuid null, "kind" text not null, "cause" text not null, "recipient" text not null, "state" text not null, "due_at" timestamptz not null, "claimed_until" timestamptz null, "claim_token" uuid null, "attempts" int not null default 0, "retry_at" timestamptz null, "message_id" text not null, "link_key" text null, "problem" text null, "created_at" timestamptz not null, "sent_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "email_deliveries_booking" on "email_deliveries" ("booking_id", "state");`);
    this.addSql(`create index "email_deliveries_connection" on "email_deliveries" ("connection_id", "state");`);
    this.addSql(`alter table "email_deliveries" add constraint "email_deliveries_once" unique ("about", "kind", "cause", "recipient");`);
    this.addSql(`alter table "email_deliveries" add constraint "email_deliveries_state_check" check ("state" in ('owed', 'claimed', 'sent', 'refused', 'folded'));`);

    this.addSql(`create table "conferences" ("id" uuid not null, "booking_id" uuid not null, "connection_id" uuid not null, "provider" text not null, "state" text not null, "marker" text not null, "provider_meeting_id" text null, "join_url" text null, "link_expected" boolean not null default true, "synced_starts_at" timestamptz null, "synced_ends_at" timestamptz null, "pushed_revision" int not null default 0, "tolerated_starts_at" timestamptz null, "tolerated_ends_at" timestamptz null, "problem" jsonb null, "called_at" timestamptz null, "look_again_at" timestamptz null, "lease_until" timestamptz null, "lease_token" uuid null, "retry_at" timestamptz null, "failures" int not null default 0, "follow_asked_at" timestamptz null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create unique index conferences_one_live on conferences (booking_id) where state in ('intended', 'live');`);
    this.addSql(`create index "conferences_booking" on "conferences" ("booking_id");`);
    this.addSql(`create index "conferences_meeting" on "conferences" ("provider", "provider_meeting_id");`);
    this.addSql(`create index "conferences_connection_state" on "conferences" ("connection_id", "state");`);
    this.addSql(`alter table "conferences" add constraint "conferences_state_check" check ("state" in ('intended', 'live', 'deleting', 'deleted', 'removed_by_host', 'abandoned'));`);

    this.addSql(`create table "booking_events" ("id" uuid not null, "booking_id" uuid not null, "at" timestamptz not null, "actor" text not null, "kind" text not null, "text" text not null, "revision" int not null, "signal" text null, primary key ("id"));`);
    this.addSql(`create index "booking_events_booking" on "booking_events" ("booking_id", "id");`);

    this.addSql(`create table "accounts" ("id" uuid not null, "user_id" uuid not null, "account_id" text not null, "provider_id" text not null, "access_token" text null, "refresh_token" text null, "id_token" text null, "access_token_expires_at" timestamptz null, "refresh_token_expires_at" timestamptz null, "scope" text null, "password" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`);

    this.addSql(`create table "verifications" ("id" uuid not null, "identifier" text not null, "value" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`create index "verifications_identifier_index" on "verifications" ("identifier");`);

    this.addSql(`alter table "sessions" add constraint "sessions_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade;`);

    this.addSql(`alter table "schedules" add constraint "schedules_host_id_foreign" foreign key ("host_id") references "users" ("id") on delete cascade;`);

    this.addSql(`alter table "oauth_attempts" add constraint "oauth_attempts_host_id_foreign" foreign key ("host_id") references "users" ("id") on delete cascade;`);

    this.addSql(`alter table "event_types" add constraint "event_types_host_id_foreign" foreign key ("host_id") references "users" ("id") on delete cascade;`);
    this.addSql(`alter table "event_types" add constraint "event_types_schedule_id_foreign" foreign key ("schedule_id") references "schedules" ("id") on delete restrict;`);

    this.addSql(`alter table "idempotency_keys" add constraint "idempotency_keys_event_type_id_foreign" foreign key ("event_type_id") references "event_types" ("id") on delete cascade;`);

    this.addSql(`alter table "connections" add constraint "connections_host_id_foreign" foreign key ("host_id") references "users" ("id") on delete cascade;`);

    this.addSql(`alter table "provider_watches" add constraint "provider_watches_connection_id_foreign" foreign key ("connection_id") references "connections" ("id") on delete cascade;`);

    this.addSql(`alter table "connection_tokens" add constraint "connection_tokens_connection_id_foreign" foreign key ("connection_id") references "connections" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table "call_slots" add constraint "call_slots_connection_id_foreign" foreign key ("connection_id") references "connections" ("id") on delete cascade;`);

    this.addSql(`alter table "bookings" add constraint "bookings_host_id_foreign" foreign key ("host_id") references "users" ("id") on delete cascade;`);
    this.addSql(`alter table "bookings" add constraint "bookings_event_type_id_foreign" foreign key ("event_type_id") references "event_types" ("id") on delete restrict;`);

    this.addSql(`alter table "email_deliveries" add constraint "email_deliveries_booking_id_foreign" foreign key ("booking_id") references "bookings" ("id") on delete cascade;`);
    this.addSql(`alter table "email_deliveries" add constraint "email_deliveries_connection_id_foreign" foreign key ("connection_id") references "connections" ("id") on delete cascade;`);

    this.addSql(`alter table "conferences" add constraint "conferences_booking_id_foreign" foreign key ("booking_id") references "bookings" ("id") on delete cascade;`);
    this.addSql(`alter table "conferences" add constraint "conferences_connection_id_foreign" foreign key ("connection_id") references "connections" ("id") on delete restrict;`);

    this.addSql(`alter table "booking_events" add constraint "booking_events_booking_id_foreign" foreign key ("booking_id") references "bookings" ("id") on delete cascade;`);

    this.addSql(`alter table "accounts" add constraint "accounts_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade;`);
  }

}
