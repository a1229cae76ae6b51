/** Parts of the API in the order they are read, with the paths that belong to each. */
export const TAGS = [
  { name: 'Booking a time', description: 'What a guest does; no login.', paths: /^\/api\/v1\/public\/[^/]+(\/|$)/ },
  { name: 'Bookings', description: 'What a host does with bookings.', paths: /^\/api\/v1\/bookings/ },
  { name: 'Event types', description: 'What can be booked.', paths: /^\/api\/v1\/event-types/ },
  { name: 'Schedules', description: 'When a host is there.', paths: /^\/api\/v1\/schedules/ },
  { name: 'Meeting platforms', description: 'Zoom, Microsoft Teams, Google Meet.', paths: /^\/api\/v1\/integrations/ },
  { name: 'Account', description: 'The logged-in host.', paths: /^\/api\/v1\/me/ },
  {
    name: 'Logging in',
    description: 'Sessions by cookie, and the mailed links that begin them.',
    paths: /^\/api\/auth\//,
  },
  { name: 'For the platforms', description: 'Called by providers, not by programs.', paths: /^\/(oauth|webhooks)\// },
  { name: 'Health', description: 'For operators.', paths: /^\// },
] as const;

/** The part a path belongs to. */
export const tagOf = (path: string) => TAGS.find(({ paths }) => paths.test(path))?.name ?? 'Health';
