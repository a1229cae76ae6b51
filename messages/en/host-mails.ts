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
} as const;
