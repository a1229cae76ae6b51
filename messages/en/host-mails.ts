/** What only hosts read in mails about their bookings, beside the texts of `mails.ts`. `{provider}` is "Zoom". */
export const hostMails = {
  'host.label.email': 'Email',
  /** Whom a guest brings along. */
  'host.label.guests': '{count, plural, one {Guest} other {Guests}}',
  'host.label.own_note': 'Note from you',
  'host.label.note': 'Note from {guest}',
  'host.further_guest': '{name} ({address})',

  'host.answer.yes': 'Yes',
  'host.answer.no': 'No',

  'host.action.answer': 'Confirm or decline',
  'host.action.connect': 'Connect {provider}',
  'host.action.reconnect': 'Reconnect {provider}',
  'host.action.open': 'Open the booking',
  'host.calendar.booking': 'Your booking',

  'host.badge.new_booking': 'New booking',
  'host.badge.please_confirm': 'Please confirm',
  'host.badge.no_link': 'No link',

  'host.confirmed.by_you': 'You confirmed “{title}”, and we’ve let {guest} know.',
  'host.booked.by_you': 'You booked “{title}” for {guest}, and we’ve let {guest} know.',
  'host.booked.by_guest': '{guest} booked “{title}” with you.',

  'host.requested.heading': 'New request from {guest}',
  'host.requested.text': '{guest} would like to book “{title}”.',
  'host.requested.moved_heading': '{guest} asks for another time',
  'host.requested.moved_by_you': 'You rescheduled {guest}’s request for “{title}”.',
  'host.requested.moved_by_guest': '{guest} would like to reschedule “{title}”.',
  'host.requested.answer': 'Please confirm or decline.',
  'host.requested.answer_by': 'Please confirm or decline by {moment}; after that the slot is released.',
  'host.declined.heading': 'You declined {guest}’s request',
  'host.declined.text': 'We’ve let {guest} know, and the slot is open again.',
  'host.expired.heading': '{guest}’s request expired',
  'host.expired.text': 'You didn’t confirm it in time. The slot is open again, and we’ve let {guest} know.',

  'host.rescheduled.heading': '{title} has been rescheduled',
  'host.rescheduled.agreed': 'You confirmed the time {guest} asked for, and we’ve let {guest} know.',
  'host.rescheduled.by_guest': '{guest} rescheduled the meeting.',
  'host.rescheduled.at_provider':
    'The meeting was moved in {provider}, so we rescheduled the booking and let {guest} know.',
  'host.rescheduled.by_you': 'You rescheduled the meeting, and we’ve let {guest} know.',

  'host.cancelled.by_guest': '{guest} cancelled this booking.',
  'host.cancelled.at_provider':
    'The meeting was deleted in {provider}, so we cancelled the booking and let {guest} know.',
  'host.cancelled.by_you': 'You cancelled this booking, and we’ve let {guest} know.',
  'host.cancelled.text': 'This booking was cancelled, and we’ve let {guest} know.',
  'host.cancelled.slot': 'The slot is open again.',

  'host.link_ready.heading': 'The meeting link for {guest} is ready',
  'host.link_ready.provider_heading': 'The {provider} link for {guest} is ready',
  'host.link_ready.text': 'It’s saved on the booking, and we’re emailing it to {guest} too.',

  // A booking without a link: why, how it is, what to do
  'host.no_link.heading': '{guest}’s booking has no {provider} link',
  'host.no_link.text': 'This is about “{title}”. We’ve told {guest} that the link will follow.',
  'host.no_link.guest_gets_link': 'Your guest gets the link when you confirm.',
  'host.no_link.not_connected': 'You haven’t connected {provider}.',
  'host.no_link.disconnected': 'You disconnected {provider}.',
  'host.no_link.uninstalled': 'Insytical was removed from your {provider} account.',
  'host.no_link.token_dead': '{provider} revoked our access.',
  'host.no_link.not_requested': 'This was booked while {provider} wasn’t connected.',
  'host.no_link.no_link': '{provider} created the meeting without a link.',
  'host.no_link.removed_by_host': 'You deleted the meeting in {provider}.',
  'host.no_link.not_yet': 'There’s no {provider} link yet.',
  'host.no_link.confirmed': 'The booking is confirmed but has no link.',
  'host.no_link.connect':
    'Connect {provider}, then open the booking and click “Resend confirmation”: we’ll create the meeting and email its link.',
  'host.no_link.reconnect': 'Reconnect {provider}, and we’ll automatically create and email the link.',
  'host.no_link.resend':
    'Open the booking and click “Resend confirmation”: we’ll create the meeting and email its link.',
  'host.no_link.wait': 'We’ll email it to you and {guest} as soon as it’s ready.',
  'host.no_link.paste': 'Or paste your own meeting link on the booking, and we’ll email it to {guest}.',

  // A change at the provider that the booking did not follow
  'host.moved.badge': 'Moved in {provider}',
  'host.moved.heading': 'The {provider} meeting and the booking differ',
  'host.moved.as_set':
    'The meeting was moved in {provider} to {when}. As you set in your account, the booking keeps its time below, and we haven’t told {guest}.',
  'host.moved.as_set_advice': 'Reschedule the booking to the new time, or move the meeting back in {provider}.',
  'host.moved.impossible':
    'The meeting was moved in {provider} to {when}. The booking couldn’t follow, because that time is already booked or has passed; it keeps its time below, and we haven’t told {guest}.',
  'host.moved.impossible_advice':
    'Move the meeting back in {provider}, or reschedule the booking to a time that suits you both.',
  'host.timeless.badge': 'No time in {provider}',
  'host.timeless.heading': 'The {provider} meeting has no time of day',
  'host.timeless.text':
    'The meeting was changed in {provider} and has no time of day there any more. The booking keeps its time below, its link still works, and we haven’t told {guest}.',
  'host.timeless.advice': 'If you change the time, do it on the booking.',
  'host.deleted.badge': 'Deleted in {provider}',
  'host.deleted.heading': 'The {provider} meeting was deleted',
  'host.deleted.text':
    'As you set in your account, we kept the booking with {guest}. Its link no longer works, and we haven’t told {guest}.',
  'host.deleted.advice':
    'Open the booking and click “Resend confirmation” to create a new meeting and email its link, or cancel the booking.',
  'host.restored.badge': 'Back in {provider}',
  'host.restored.heading': 'The {provider} meeting of an ended booking is back',
  'host.restored.text':
    'The booking with {guest} has ended, but its meeting was restored in {provider}. We left it there and haven’t told {guest}.',
  'host.restored.advice': 'If you don’t need it, delete it in {provider}. If you still want to meet, book a new time.',

  // Another time that the guest of a confirmed booking asks for
  'host.proposed.text': '{guest} would like to reschedule “{title}” to {moment}.',
  'host.proposed.answer': 'Please confirm or decline. Until you confirm, the meeting stays at its time.',
  'host.proposed.answer_by': 'Please confirm or decline by {moment}. Until you confirm, the meeting stays at its time.',
  'host.kept.declined': 'You declined {moment}. We’ve let {guest} know, and that slot is open again.',
  'host.kept.expired':
    'You didn’t answer {guest}’s request for {moment} in time. We’ve let {guest} know, and that slot is open again.',
  'host.kept.withdrawn': '{guest} no longer asks for {moment}. That slot is open again.',

  'host.why': 'You’re receiving this email because you host this booking. Reply to reach your guest.',

  // What no longer works: a connection, a calendar that blocks times, a webhook. `{provider}` is "Zoom"
  'trouble.last_integrations': 'This is our last reminder. Your integrations page keeps showing it.',
  'trouble.last_availability': 'This is our last reminder. Your availability page keeps showing it.',

  'trouble.connection.badge': 'Reconnect needed',
  'trouble.connection.uninstalled':
    '{days, plural, =0 {Insytical was removed from your {provider} account {account}.} one {Insytical was removed from your {provider} account {account} a day ago.} other {Insytical was removed from your {provider} account {account} # days ago.}}',
  'trouble.connection.connected_elsewhere':
    '{days, plural, =0 {Your {provider} account {account} was connected by another Insytical user, and {provider} accepts only the newest connection.} one {Your {provider} account {account} was connected by another Insytical user a day ago, and {provider} accepts only the newest connection.} other {Your {provider} account {account} was connected by another Insytical user # days ago, and {provider} accepts only the newest connection.}}',
  'trouble.connection.token_dead':
    '{days, plural, =0 {{provider} revoked our access to {account}. That happens after a password change or when access expires.} one {{provider} revoked our access to {account} a day ago. That happens after a password change or when access expires.} other {{provider} revoked our access to {account} # days ago. That happens after a password change or when access expires.}}',
  'trouble.connection.bookings':
    '{count, plural, =0 {People can still book you, but new bookings get no {provider} link.} one {People can still book you, but # upcoming booking has no {provider} link because of it.} other {People can still book you, but # upcoming bookings have no {provider} link because of it.}}',
  'trouble.connection.new_links': 'Reconnect {provider}, and new bookings get their links again.',
  'trouble.connection.missing_links':
    'Reconnect {provider}, and we’ll automatically create the missing links and email them to you and your guests, soonest meeting first.',
  'trouble.connection.account': 'Account',
  'trouble.connection.access': 'See who has access in {provider}',
  'trouble.connection.why': 'You’re receiving this email because you connected {provider} to Insytical.',

  'trouble.calendar.badge': 'Calendar can’t be read',
  'trouble.calendar.heading': 'We can’t read your calendar',
  'trouble.calendar.unread':
    '{days, plural, =0 {We haven’t been able to read your calendar “{name}” for an hour.} one {We haven’t been able to read your calendar “{name}” for a day.} other {We haven’t been able to read your calendar “{name}” for # days.}}',
  'trouble.calendar.not_found': 'Nothing was found at its address any more: the address may have been reset.',
  'trouble.calendar.no_access': 'Its server refused access.',
  'trouble.calendar.bad_answer': 'Its server answered with an error.',
  'trouble.calendar.unreachable': 'Its server couldn’t be reached.',
  'trouble.calendar.timeout': 'Its server took too long to answer.',
  'trouble.calendar.too_large': 'It’s too large to be read.',
  'trouble.calendar.too_many_redirects': 'Its address redirects too many times.',
  'trouble.calendar.not_public': 'Its address can’t be reached from the internet.',
  'trouble.calendar.not_a_calendar': 'What its address shows isn’t a calendar file.',
  'trouble.calendar.failed': 'Reading it failed on our side.',
  'trouble.calendar.no_times':
    'Because we have never read it, we don’t know when you’re busy, and guests can’t book any time until we can read it.',
  'trouble.calendar.old_times':
    'The busy times we last read still block your slots. Newer changes in that calendar are missing.',
  'trouble.calendar.advice':
    'We keep trying. Check the address, or stop using this calendar to offer your times without it.',
  'trouble.calendar.open': 'Open availability',
  'trouble.calendar.name': 'Calendar',
  'trouble.calendar.last_read': 'Last read',
  'trouble.calendar.never': 'Never',
  'trouble.calendar.why': 'You’re receiving this email because this calendar blocks times on your booking page.',

  'trouble.webhook.badge': 'Webhook paused',
  'trouble.webhook.heading': 'We’ve paused your webhook',
  'trouble.webhook.failing': 'Every delivery to your webhook at {server} has failed for three days. We’ve paused it.',
  'trouble.webhook.gone': 'Your webhook at {server} answered that it’s gone (410). We’ve paused it.',
  'trouble.webhook.kept': 'What happens now is kept for 30 days and delivered in order once you resume it.',
  'trouble.webhook.advice': 'Check your system, then resume the webhook, or delete it if you no longer need it.',
  'trouble.webhook.open': 'Open integrations',
  'trouble.webhook.server': 'Server',
  'trouble.webhook.why': 'You’re receiving this email because this webhook is told of your bookings.',
} as const;
