/** Workflows and their local activities. Each provider has a queue of its own, named by its id. */
export const BOOKINGS_QUEUE = 'bookings';
/** Readings of hosts' calendars, which can be many and slow. */
export const CALENDARS_QUEUE = 'calendars';
export const MAIL_QUEUE = 'mail';
/** Calls to hosts' own systems, which can be slow. */
export const WEBHOOKS_QUEUE = 'webhooks';

/** Polls of a provider's accounts and what else keeps them in step while no person waits: beside the queue of its meetings. */
export const upkeepQueue = (provider: string) => `${provider}-upkeep`;
