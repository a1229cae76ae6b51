/** What `activities/upkeep/prune.ts` and the data rights' commands do, in words; a test holds both together. */
export const KEPT: readonly string[] = [
  'Bookings: until the guest erases them or the host deletes the account.',
  'Records of sent mails (what kind, to which side, when): 400 days.',
  'Notices of the platforms: 24 hours where they fit no meeting of ours, else 30 days.',
  'Logins: until a day after they run out, or until you log out; links to log in: 15 minutes, links to set a password: an hour, and each a day more until it is removed.',
  'Attempts to connect a platform: a day.',
  'Keys against double bookings: 24 hours.',
  'Counts against abuse: an hour at most, under hashes instead of addresses.',
];
