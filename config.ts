import { z } from 'zod';
import { isEmailAddress } from '#domain/email-address.ts';

const url = z.url().transform((text) => text.replace(/\/$/, ''));
const optional = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text === '' ? undefined : text));
const buildId = optional.refine(
  (text) => text === undefined || /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text),
  'must be 1 to 64 letters, digits, dots, underscores and hyphens, such as a commit',
);
const key32 = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');
const emailAddress = z.string().refine(isEmailAddress, 'must be an email address such as bookings@example.com');
const ms = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** `kid:base64,kid:base64`; the first key seals, all of them open. */
const keyRing = z.string().transform((text, context) => {
  const keys = text.split(',').map((pair) => {
    const [kid = '', secret = ''] = pair.split(':');
    if (!/^[a-z0-9-]{1,16}$/.test(kid) || !key32.safeParse(secret).success)
      context.addIssue({ code: 'custom', message: 'must be kid:base64-of-32-bytes, comma separated' });
    return { kid, key: Buffer.from(secret, 'base64') };
  });
  return keys;
});

/** Every wait of the system in one place, so that tests can shorten them. All in milliseconds. */
const timings = z.object({
  /** How long the first confirmation mail waits for a link that is on its way. */
  LINK_WAIT_MS: ms(60_000),
  /** Changes of one booking that follow each other this closely are told to a reader in one mail. */
  CHANGE_MAIL_GAP_MS: ms(60_000),
  /** When a late twin of an unknown create is looked for. */
  LOOK_AGAIN_MS: ms(120_000),
  /** Back-off after an activity's own retries gave up: first, then doubled up to the cap. */
  RETRY_AFTER_MS: ms(30_000),
  RETRY_CAP_MS: ms(15 * 60_000),
  /** Life of a provider call lease, extended before each call, which ends with it at the latest. */
  CALL_LEASE_MS: ms(15_000),
  /** An activity that shows no sign of life for this long is taken over by another worker. */
  HEARTBEAT_MS: ms(15_000),
  /** Longest life of a mail claim. */
  MAIL_LEASE_MS: ms(60_000),
  /** How long one meeting or mail activity may take with its retries; `next_wake_at` while work is in flight. */
  ACTIVITY_BUDGET_MS: ms(90_000),
  /** One attempt of a meeting activity, start to close. */
  MEETING_ATTEMPT_MS: ms(55_000),
  /** First wait between an activity's own attempts. */
  ATTEMPT_INTERVAL_MS: ms(1_000),
  /** Provider polls for changes the notifications missed, jittered. */
  POLL_MS: ms(15 * 60_000),
  /** Reconnect mails go out when the trouble starts and then this often times 1, 3, 7 and 14. */
  NOTICE_DAY_MS: ms(86_400_000),
  /** How often a calendar that blocks times is read, */
  CALENDAR_READ_MS: ms(10 * 60_000),
  /** and while its host looks at the page of calendars. */
  CALENDAR_WATCHED_MS: ms(60_000),
  /** The host is mailed once a calendar has been unreadable for this long, then 1, 3 and 7 times NOTICE_DAY_MS after it began. */
  CALENDAR_NOTICE_MS: ms(3_600_000),
  /** One reading of a calendar, redirects and body included. */
  CALENDAR_TIMEOUT_MS: ms(15_000),
  /** One attempt to deliver an event to a webhook. */
  WEBHOOK_TIMEOUT_MS: ms(15_000),
  /** Wait after an attempt that failed, doubled each time up to the cap. */
  WEBHOOK_RETRY_MS: ms(10_000),
  WEBHOOK_RETRY_CAP_MS: ms(6 * 3_600_000),
  /** A webhook whose attempts all fail for this long is paused and its host mailed. */
  WEBHOOK_PATIENCE_MS: ms(3 * 86_400_000),
  /** How often the sweep runs. */
  SWEEP_MS: ms(10_000),
  /** It repeats a signal that Temporal has not accepted for this long, */
  UNDELIVERED_MS: ms(5_000),
  /** and signals a workflow that has not planned for this long after it should have. */
  OVERDUE_MS: ms(60_000),
  /** In-flight work and pending deletions after a disconnect. */
  DISCONNECT_GRACE_MS: ms(60_000),
  /** Idle grants are refreshed this often, so that they do not die of disuse. */
  KEEP_ALIVE_MS: ms(7 * 86_400_000),
  /** HTTP limit of one provider call. */
  HTTP_TIMEOUT_MS: ms(10_000),
  /** Deadline of the API's signal to Temporal. */
  SIGNAL_DEADLINE_MS: ms(1_000),
});

const variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().default(3000),
  /** The address the API listens on; loopback unless told otherwise, as the container image does. */
  LISTEN_ADDRESS: z.union([z.ipv4(), z.ipv6()]).default('127.0.0.1'),
  /** Where `GET /healthz` and `GET /metrics` are answered for operators' tools; 0 = any free port. */
  MONITORING_HOST: z.string().default('127.0.0.1'),
  MONITORING_PORT: z.coerce.number().int().default(0),
  /** Temporal's SDK exports its metrics on this port of loopback, from where the worker's `/metrics` takes them. */
  TEMPORAL_METRICS_PORT: z.coerce.number().int().positive().optional(),
  /** Where browsers and mails reach us; every absolute URL is made from it, never from a Host header. */
  PUBLIC_URL: url.default('http://localhost:3000'),
  /** Where providers reach us with notifications, if that is another address (a tunnel). */
  WEBHOOK_URL: url.optional(),
  /** Which build this is, as its image says; a worker that knows it takes work as this version alone. */
  BUILD_ID: buildId,
  /** The folder of the workflow bundle that was built into the image; bundled at the worker's start if left out. */
  WORKFLOW_BUNDLE_DIR: optional,
  /** Where traces are sent by OTLP over HTTP; none are made where it is left out. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.preprocess((text) => (text === '' ? undefined : text), url.optional()),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().positive().default(20),
  SMTP_URL: z.string().default('smtp://localhost:1025'),
  MAIL_FROM: emailAddress.default('bookings@insytical.com'),
  SUPPORT_EMAIL: emailAddress.default('info@insytical.com'),
  /** Whom security.txt names, as an address such as `mailto:security@example.com`; SUPPORT_EMAIL if left out. */
  SECURITY_CONTACT: z.preprocess(
    (text) => (text === '' ? undefined : text),
    z.url({ protocol: /^(https|mailto|tel)$/ }).optional(),
  ),
  /** Names this installation in the markers written to providers' meetings. */
  DEPLOYMENT_ID: z
    .string()
    .regex(/^[a-z0-9]{1,12}$/)
    .default('local'),
  AUTH_SECRET: z.string().min(32),
  /** Whose accounts hosts may log in with, comma separated: `google` by the app of Meet, `microsoft` by that of Teams. */
  LOGIN_WITH: z.preprocess(
    (text) => (typeof text === 'string' && text !== '' ? text.split(/\s*,\s*/) : undefined),
    z.array(z.enum(['google', 'microsoft'])).optional(),
  ),
  TOKEN_KEYS: keyRing,
  /** Signs guests' links. */
  LINK_KEYS: keyRing,
  RATE_LIMIT_SCALE: z.coerce.number().positive().default(1),
  /**
   * Development and tests only: sign-up takes name and password too, then makes the account at once and counts its address
   * as proven, without a mail.
   */
  DEV_INSTANT_SIGN_UP: z.stringbool().default(false),
  /** Development and tests only: private addresses that calendars may be read from and webhooks delivered to, `host` or `host:port`, comma separated. */
  OUTBOUND_ALLOW: optional,
  /** Addresses of proxies in front of us, counted from the right in X-Forwarded-For; 0 = none trusted. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  ZOOM_CLIENT_ID: optional,
  ZOOM_CLIENT_SECRET: optional,
  ZOOM_WEBHOOK_SECRET: optional,
  ZOOM_OAUTH_URL: url.default('https://zoom.us'),
  ZOOM_API_URL: url.default('https://api.zoom.us'),
  TEAMS_CLIENT_ID: optional,
  TEAMS_CLIENT_SECRET: optional,
  TEAMS_OAUTH_URL: url.default('https://login.microsoftonline.com'),
  TEAMS_API_URL: url.default('https://graph.microsoft.com'),
  MEET_CLIENT_ID: optional,
  MEET_CLIENT_SECRET: optional,
  MEET_ACCOUNTS_URL: url.default('https://accounts.google.com'),
  MEET_OAUTH_URL: url.default('https://oauth2.googleapis.com'),
  MEET_USERINFO_URL: url.default('https://openidconnect.googleapis.com'),
  MEET_API_URL: url.default('https://www.googleapis.com'),
  ...timings.shape,
});

/** Whose app registration a way to log in uses. */
const APP_OF_LOGIN = { google: 'MEET', microsoft: 'TEAMS' } as const;

const environment = variables
  .superRefine((given, context) => {
    for (const id of given.LOGIN_WITH ?? []) {
      const app = APP_OF_LOGIN[id];
      if (given[`${app}_CLIENT_ID`] === undefined || given[`${app}_CLIENT_SECRET`] === undefined)
        context.addIssue({
          code: 'custom',
          path: ['LOGIN_WITH'],
          message: `${id} needs ${app}_CLIENT_ID and ${app}_CLIENT_SECRET`,
        });
    }
  })
  .refine((given) => given.NODE_ENV !== 'production' || !given.DEV_INSTANT_SIGN_UP, {
    path: ['DEV_INSTANT_SIGN_UP'],
    message:
      'is for development and tests only: with it, accounts are created for unverified email addresses. Remove it',
  })
  .refine((given) => given.NODE_ENV !== 'production' || given.OUTBOUND_ALLOW === undefined, {
    path: ['OUTBOUND_ALLOW'],
    message: 'is for development and tests only: with it, hosts could reach addresses of your own network. Remove it',
  });

export type Config = z.infer<typeof environment>;

/**
 * Reads the configuration from environment variables; throws one error that lists every problem at once. How Temporal is
 * reached is read by `temporal.ts`, from the variables of its own tools.
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const result = environment.safeParse(env);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration is not usable:\n${problems.join('\n')}`);
}
