/**
 * Workflows, their local activities, and mails about bookings: who has planned these sends them at once, without another way
 * over Temporal ("eager" activities, which have to be of the workflow's own queue). Each provider has a queue of its own,
 * named by its id.
 */
export const BOOKINGS_QUEUE = 'bookings';
/** Readings of hosts' calendars, which can be many and slow. */
export const CALENDARS_QUEUE = 'calendars';
/** Mails about connections, calendars and webhooks. */
export const MAIL_QUEUE = 'mail';
/** Calls to hosts' own systems, which can be slow. */
export const WEBHOOKS_QUEUE = 'webhooks';

/** Polls of a provider's accounts and what else keeps them in step while no person waits: beside the queue of its meetings. */
export const upkeepQueue = (provider: string) => `${provider}-upkeep`;
