/** What `worker/sweep/prune.ts` and the data rights' commands do, in words; a test holds both together. */
export const KEPT: readonly string[] = [
  'Bookings: until the guest erases them or the host deletes the account.',
  'Records of sent mails (what kind, to which side, when): 400 days.',
  'Notifications of the platforms: 24 hours where they fit no meeting of ours, else 30 days.',
  'Logins: until a day after they run out, or until you log out; links to log in and logins that wait for a code: 10 minutes, links to set a password: an hour, links to sign up: a day, and each a day more until it is removed.',
  'Attempts to connect a platform: a day.',
  'Keys against double bookings: 24 hours.',
  'Handles that a host gave up: 90 days, in which they lead to the host’s page, or until the account is deleted.',
  'Links by which an event type was booked: 90 days after they were used or expired.',
  'The network a request to a host came from: under a hash, until a day after the host answered.',
  'Counts against abuse: an hour at most, under hashes instead of addresses.',
];
