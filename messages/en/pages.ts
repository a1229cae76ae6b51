/** What guests' pages say. */
export const pages = {
  'notFound.title': 'Page not found',
  'notFound.text':
    'There is nothing at this address, or the link has expired or is incomplete. Links to bookings work until a day after the meeting.',
  'problem.help': 'Get help',
} as const;
