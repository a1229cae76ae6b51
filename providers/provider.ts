import type { MeetingTimes } from '#domain/conference.ts';
import type { Sentence } from '#messages/says.ts';
import type { Deadline } from './deadline.ts';

/** One permission asked of the provider, with the words the host reads before connecting. */
export interface Scope {
  readonly name: string;
  readonly text: string;
}

/** What is known of a provider without calling it. */
export interface Manifest {
  /** Stable text used in URLs, rows and task queues: `zoom`, `teams`, `meet`. */
  readonly id: string;
  readonly name: string;
  /** Of the mark beside its name, as CSS writes it; white stands out on it. */
  readonly colour: string;
  readonly scopes: readonly Scope[];
  /** Permissions in plain words, shown on the card before connecting. */
  readonly permissions: readonly Sentence[];
  /** Where the host removes our access at the provider. */
  readonly manageAccessUrl: string;
  /** The same for one account, where its kind has a page of its own (personal ones at Microsoft). */
  readonly manageAccessUrlOf?: (accountId: string) => string;
  /** True where creating the meeting also writes an event into the host's calendar (then the host gets no ICS from us). */
  readonly putsEventInHostCalendar: boolean;
  /** True where one connection's grant can be revoked by an API call. */
  readonly revocable: boolean;
  /** True where the provider revokes the earlier tokens of an account when it is connected again. */
  readonly reconsentRevokesPrior: boolean;
  /** Parallel calls allowed per connection. */
  readonly callSlots: number;
  /** Longest life of a notification subscription in milliseconds; null where notifications belong to the app (Zoom). */
  readonly subscriptionLifeMs: number | null;
  /** Names of the environment variables that configure this provider. */
  readonly variables: readonly string[];
}

/** One OAuth connect attempt, as kept on the server. */
export interface Attempt {
  readonly state: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  /** Remembered account, offered to the provider as a hint when reconnecting. */
  readonly loginHint?: string;
}

/** Tokens as the provider issued them; `expiresAt` in epoch milliseconds. */
export interface Grant {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresAt: number;
  readonly scopes: readonly string[];
  /** Claims of the ID token where one was issued and checked. */
  readonly claims?: Claims;
}

/** What an ID token says of its account. */
export interface Claims {
  readonly subject: string;
  readonly tenant?: string;
  readonly email?: string;
  readonly name?: string;
  /** True where the issuer vouches that the address belongs to this person now. */
  readonly isEmailProven?: boolean;
}

export interface Account {
  readonly accountId: string;
  readonly email: string;
}

/** A usable access token and what calls need to know of the account behind it. */
export interface Access {
  readonly accessToken: string;
  readonly accountId: string;
  /** When the right to make these calls ends; a method of several calls ends with it. */
  readonly until?: Deadline | undefined;
}

/** The meeting we want; texts are already within the provider-neutral limits (title ≤ 200). */
export interface WantedMeeting extends MeetingTimes {
  readonly title: string;
  readonly description: string;
  /** IANA zone of the host, for display at the provider. */
  readonly timeZone: string;
}

/** A meeting as it is at the provider. `joinUrl` is null while the provider still makes it, or where it never comes. */
export interface LiveMeeting extends MeetingTimes {
  readonly id: string;
  readonly joinUrl: string | null;
  /** False once the provider says that no link will come. */
  readonly linkExpected: boolean;
  /** True where it has no time of day at the provider: all day long, or recurring without a fixed time. */
  readonly timeless?: boolean;
  readonly createdAt?: number;
}

/** A hint that something happened at the provider. Truth is read before anything is done. */
export interface Notification {
  readonly subscriptionId?: string;
  readonly accountId?: string;
  readonly meetingId?: string;
  /** Stable over redeliveries of the same notification. */
  readonly dedupeKey: string;
  readonly what: 'changed' | 'deleted' | 'recovered' | 'deauthorized' | 'subscription_ended' | 'missed' | 'sync';
}

/** A change found by asking. */
export interface Change extends Notification {
  /** The meeting as a list showed it; where that is what we know, nothing has changed. Left out where it is to be read. */
  readonly listed?: LiveMeeting;
}

/** The bytes of an inbound webhook call; header names are lower-case. */
export interface RawRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export type NotificationAnswer =
  | { readonly kind: 'refused' }
  | { readonly kind: 'challenge'; readonly type: string; readonly body: string }
  /** `status` where the provider wants another good answer than 204. */
  | { readonly kind: 'notifications'; readonly notifications: readonly Notification[]; readonly status?: 202 };

/** A subscription to the provider's notifications for one connection. */
export interface ProviderSubscription {
  readonly subscriptionId: string;
  /** Further handle needed to stop it (Google's resource id). */
  readonly resourceId?: string;
  readonly expiresAt: number;
}

/** What a new subscription is asked for with; the row exists before the call, since notifications may precede the answer. */
export interface SubscriptionRequest {
  readonly subscriptionId: string;
  readonly secret: string;
  readonly notificationUrl: string;
  readonly expiresAt: number;
}

/**
 * A meeting provider. Every method talks HTTP with a 10 s limit, or until its right to call ends where that is sooner;
 * it follows no redirects, caps the answer's size and throws only `ProviderError`.
 */
export interface Provider {
  readonly manifest: Manifest;
  authorizeUrl(attempt: Attempt): URL;
  /** `callback` is the full callback URL as it came in, for `iss` and response checks. */
  exchange(callback: URL, attempt: Attempt, until?: Deadline): Promise<Grant>;
  refresh(refreshToken: string, until?: Deadline): Promise<Grant>;
  /** Ends the grant at the provider. A grant that is already revoked counts as success. */
  revoke(
    grant: { readonly accessToken: string; readonly refreshToken: string | null },
    until?: Deadline,
  ): Promise<void>;
  identify(grant: Grant, until?: Deadline): Promise<Account>;
  createMeeting(access: Access, wanted: WantedMeeting & { readonly marker: string }): Promise<LiveMeeting>;
  /** Every live meeting that carries our marker, oldest first. Other meetings are dropped unparsed. */
  findByMarker(access: Access, marker: string): Promise<readonly LiveMeeting[]>;
  /** Null where the provider says that the meeting is gone. */
  getMeeting(access: Access, meetingId: string): Promise<LiveMeeting | null>;
  /** Null where the provider says that the meeting is gone. */
  updateMeeting(access: Access, meetingId: string, wanted: WantedMeeting): Promise<LiveMeeting | null>;
  /** A meeting that is gone already counts as success. */
  deleteMeeting(access: Access, meetingId: string): Promise<void>;
  /** Null where notifications need no subscription per connection. */
  readonly subscriptions: null | {
    create(access: Access, request: SubscriptionRequest): Promise<ProviderSubscription>;
    renew(access: Access, current: ProviderSubscription, request: SubscriptionRequest): Promise<ProviderSubscription>;
    cancel(access: Access, current: ProviderSubscription): Promise<void>;
  };
  answerNotification(
    raw: RawRequest,
    secretOf: (subscriptionId: string) => Promise<string | null>,
  ): Promise<NotificationAnswer>;
  /**
   * What may have changed of our own meetings since `since` (epoch ms), for what the webhooks missed. Of other meetings
   * that an answer holds nothing is kept.
   */
  listChanges(access: Access, since: number, knownIds: readonly string[]): Promise<readonly Change[]>;
}
