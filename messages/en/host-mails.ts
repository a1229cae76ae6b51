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

  // The way into an account
  'account.action.sign_up': 'Create your account',
  'account.action.login': 'Log in',
  'account.action.password': 'Set a new password',
  'account.action.settings': 'Open account settings',
  'account.action.contact': 'Confirm this address',
  'account.sign_up.badge': 'Sign up',
  'account.sign_up.heading': 'Create your Insytical account',
  'account.sign_up.advice':
    'Follow the link to choose a name and a password. It works once, for a day. If you didn’t ask for it, ignore this email: no account is created.',
  'account.sign_up.why': 'You’re receiving this email because this address was used to sign up for Insytical.',
  'account.account_exists.badge': 'Log in',
  'account.account_exists.heading': 'You already have an Insytical account',
  'account.account_exists.advice':
    'This address already has an account. The link logs you in. It works once, for 10 minutes. If you didn’t ask for it, ignore this email.',
  'account.account_exists.why': 'You’re receiving this email because this address was used to sign up for Insytical.',
  'account.no_account.badge': 'No account',
  'account.no_account.heading': 'No Insytical account uses this address',
  'account.no_account.advice':
    'If you signed up with another address, log in with that one. To create an account with this address, follow the link. It works once, for a day. If you didn’t ask for it, ignore this email.',
  'account.no_account.why': 'You’re receiving this email because this address was used to log in to Insytical.',
  'account.login.badge': 'Log in',
  'account.login.heading': 'Your link to log in to Insytical',
  'account.login.advice': 'It works once, for 10 minutes. If you didn’t ask for it, ignore this email.',
  'account.login.why': 'You’re receiving this email because this address was used to log in to Insytical.',
  'account.password.badge': 'Password',
  'account.password.heading': 'Set a new password for Insytical',
  'account.password.advice':
    'The link works once, for an hour. If you didn’t ask for it, ignore this email: your password stays the same.',
  'account.password.why': 'You’re receiving this email because a new password was requested for this address.',
  'account.password_changed.badge': 'Password changed',
  'account.password_changed.heading': 'Your Insytical password was changed',
  'account.password_changed.advice':
    'You’re logged out in every other browser, and earlier login links no longer work. If this wasn’t you, set a new password now.',
  'account.password_changed.why':
    'You’re receiving this email because the password of your Insytical account was changed.',
  'account.login_added.badge': 'New way to log in',
  'account.login_added.heading': 'Another account can now log in to yours',
  'account.login_added.advice':
    'You can log in to Insytical with your Google or Microsoft account from now on. If this was not you, remove it in your account settings and change your password.',
  'account.login_added.why':
    'You’re receiving this email because a Google or Microsoft account was added to your Insytical account.',
  'account.two_step_on.badge': 'Two-step verification',
  'account.two_step_on.heading': 'Two-step verification was turned on',
  'account.two_step_on.advice':
    'You now also need a code from your authenticator app to log in. You’re logged out in every other browser. If this was not you, change your password now.',
  'account.two_step_on.why':
    'You’re receiving this email because two-step verification was turned on for your Insytical account.',
  'account.two_step_off.badge': 'Two-step verification',
  'account.two_step_off.heading': 'Two-step verification was turned off',
  'account.two_step_off.advice':
    'You no longer need a code to log in, and your backup codes no longer work. If this was not you, change your password now.',
  'account.two_step_off.why':
    'You’re receiving this email because two-step verification was turned off for your Insytical account.',
  'account.backup_codes_replaced.badge': 'Two-step verification',
  'account.backup_codes_replaced.heading': 'Your backup codes were replaced',
  'account.backup_codes_replaced.advice':
    'New backup codes were created, and the old ones no longer work. If this was not you, change your password now.',
  'account.backup_codes_replaced.why':
    'You’re receiving this email because the backup codes of your Insytical account were replaced.',
  'account.backup_code_used.badge': 'Two-step verification',
  'account.backup_code_used.heading': 'A backup code was used to log in',
  'account.backup_code_used.advice':
    'That code no longer works. If you’re running out of codes, create new ones. If this was not you, change your password now.',
  'account.backup_code_used.why':
    'You’re receiving this email because a backup code of your Insytical account was used.',
  'account.contact_address.badge': 'Contact address',
  'account.contact_address.heading': 'Show this address to your guests?',
  'account.contact_address.advice':
    'Open the link in the browser where you’re logged in to Insytical. It works once, for a day. If you didn’t ask for it, ignore this email: nothing changes.',
  'account.contact_address.why':
    'You’re receiving this email because an Insytical host wants to use this address as their contact address.',
  'account.api_key_made.badge': 'API key',
  'account.api_key_made.heading': 'An API key was created',
  'account.api_key_made.advice':
    'A program that has it can act in your name until you delete it. If this was not you, change your password now.',
  'account.api_key_made.why': 'You’re receiving this email because an API key was created for your Insytical account.',
} as const;
