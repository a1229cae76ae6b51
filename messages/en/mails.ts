/**
 * What guests read in mails and in the calendar files that come with them. `{host}`, `{guest}` and `{title}` are
 * people's own words, of any gender; `{moment}` is "10:30 AM, Thursday, December 3 (New York time, EST)", `{provider}`
 * is "Zoom".
 */
export const mails = {
  // The frame of every mail
  'mail.sender': '{name} via Insytical',
  'mail.subject': '{badge}: {meeting}, {when}',
  /** Of a mail that brings a calendar entry: some programs name the entry after it. */
  'mail.subject.entry': '{meeting}, {when} – {badge}',
  /** What inboxes show behind the subject: a whole sentence, then the time. */
  'mail.preview': '{sentence} {when}.',
  /** Between two sentences of one paragraph, and between a label and what it names. */
  'mail.gap': ' ',
  /** Before what it names: "Where:". */
  'mail.label': '{label}:',
  'mail.questions': 'Questions?',

  // People and things that have no name of their own; they stand where a name would
  'name.host': 'Your host',
  'name.guest': 'Your guest',
  'name.title': 'Meeting',
  /** Also the name of the calendar entry: "Intro call with Dana Demo". */
  'name.meeting': '{title} with {name}',
  'place.link': 'Online',
  'place.phone': 'Phone call',
  'place.in_person': 'In person',
  'place.named': '{kind}: {place}',

  // Labels of what is listed below the time
  'label.when': 'When',
  'label.before': 'Before',
  'label.what': 'What',
  'label.with': 'With',
  'label.booked_by': 'Booked by',
  'label.where': 'Where',
  'label.call': 'Call',
  'label.link': 'Link',
  'label.provider_link': '{provider} link',
  /** Names a line in the host’s own words. */
  'label.host_line': 'Note from {host}',

  // What the reader can press
  'action.join': 'Join the meeting',
  'action.join_provider': 'Join the {provider} meeting',
  'action.choose_time': 'Choose another time',
  'action.book_again': 'Book another time',
  'action.reschedule': 'Reschedule',
  'action.cancel': 'Cancel',
  'action.read_note': 'Read {host}’s note',
  'action.stop_reminders': 'Stop reminders for this booking',
  'action.leave': 'Stop these emails and leave the meeting',

  // Calendars
  'calendar.attached': 'A calendar invitation is attached.',
  'calendar.updates': 'The attached invitation updates your calendar.',
  'calendar.removes': 'The attached file removes it from your calendar.',
  /** Followed by the names of calendars, each a link. */
  'calendar.add': 'Not in your calendar yet? Add it to:',
  'calendar.change': 'Reschedule or cancel',
  'calendar.link_follows': 'We’ll email the link to join.',
  'calendar.call': 'Call {number}',
  'calendar.over': 'This meeting won’t take place.',
  'calendar.removed': 'You’re no longer invited to this meeting.',
  /** In an entry that the reader adds by a link of the mail. */
  'calendar.join': 'Join: {url}',
  'calendar.use_mail': 'To reschedule or cancel, use the links in your email.',

  // Where to meet
  'meet.called': '{kind}: {name} will call you at {number}',
  'meet.guest_called': '{kind}: {host} will call {guest}',
  'meet.link_with_confirmation': 'You’ll get the link to join with the confirmation.',
  'meet.number_with_confirmation': 'You’ll get the phone number with the confirmation.',
  'meet.address_with_confirmation': 'You’ll get the address with the confirmation.',
  'meet.creating_link':
    'We’re still creating the {provider} link. Your booking is confirmed, and we’ll email you the link as soon as it’s ready.',
  'meet.no_link':
    'There’s no {provider} link yet. Your booking is confirmed, and we’ve told {host}. You’ll get the link from us or from {host}. If you don’t have it shortly before the meeting, contact {host}.',

  // Until when a guest can change a booking
  'change.until': 'You can reschedule or cancel until {moment}. After that, contact {host}.',
  'change.over': 'To reschedule or cancel now, contact {host}.',

  // What happened, in a word or two: beside the heading and in the subject
  'badge.confirmed': 'Confirmed',
  'badge.requested': 'Requested',
  'badge.new_time_requested': 'New time requested',
  'badge.declined': 'Declined',
  'badge.not_confirmed': 'Not confirmed',
  'badge.rescheduled': 'Rescheduled',
  'badge.cancelled': 'Cancelled',
  'badge.reminder': 'Reminder',
  'badge.link': 'Meeting link',
  'badge.provider_link': '{provider} link',
  'badge.pick_time': 'Please pick another time',
  'badge.time_unchanged': 'Time unchanged',
  'badge.invitation': 'Invitation',
  'badge.removed': 'Removed',
  'badge.follow_up': 'Thank you',

  // Confirmed
  'confirmed.heading': 'You’re meeting {name}',
  'confirmed.text': 'Your booking of “{title}” is confirmed.',
  'confirmed.further': '{guest} added you to “{title}”.',

  // A request that waits for the host
  'requested.heading': 'Your request is with {host}',
  'requested.moved_heading': 'Your new time is with {host}',
  'requested.review': '{host} reviews each request.',
  'requested.held': 'We’re holding the time for you until {moment}.',
  'requested.answer': 'We’ll email you when they reply.',
  'declined.heading': '{host} can’t make this time',
  'declined.text': 'Your request for “{title}” was declined. You can choose another time.',
  'expired.heading': 'Your request expired',
  'expired.text':
    '{host} didn’t confirm in time, so we’re no longer holding the time for you. You can choose another one.',

  // Another time
  'rescheduled.heading': 'Your meeting with {host} has been rescheduled',
  'rescheduled.further_heading': 'The meeting with {host} has been rescheduled',
  'rescheduled.by_you': 'You rescheduled “{title}”.',
  'rescheduled.by_name': '{name} rescheduled “{title}”.',
  'rescheduled.agreed': '{host} confirmed the new time you asked for: “{title}” has been rescheduled.',
  'rescheduled.links': 'The links in earlier emails keep working.',
  'pick_time.heading': '{host} asks you to pick another time',
  'pick_time.text': '“{title}” keeps its time until you choose a new one.',

  // The end
  'cancelled.heading': 'Your meeting with {name} has been cancelled',
  'cancelled.further_heading': 'The meeting with {host} has been cancelled',
  'cancelled.by_you': 'You cancelled this booking.',
  'cancelled.by_host': '{host} cancelled this booking.',
  'cancelled.text': 'This booking was cancelled.',
  'cancelled.further': '“{title}” won’t take place.',
  'removed.heading': 'You’re no longer invited to the meeting with {host}',
  'removed.text': '{host} removed you from “{title}”, and we’ve erased your address.',

  // Before the meeting
  'reminder.now': 'Your meeting with {name} starts now',
  'reminder.minutes': 'Your meeting with {name} starts in {count, plural, one {# minute} other {# minutes}}',
  'reminder.hours': 'Your meeting with {name} starts in {count, plural, one {# hour} other {# hours}}',
  'reminder.days': 'Your meeting with {name} starts in {count, plural, one {# day} other {# days}}',
  'reminder.text': 'This is a reminder of “{title}”.',
  'link_ready.heading': 'Your meeting link is ready',
  'link_ready.text': 'Here’s the link for “{title}” with {host}. The time hasn’t changed.',

  // After the meeting
  'follow_up.heading': 'Thank you for meeting with {host}',
  'follow_up.text': 'We hope “{title}” was worth your time. When you’d like to meet again, book another time.',

  // Another time that the guest of a confirmed booking asks for
  'proposed.heading': 'You asked {host} for a new time',
  'proposed.text': 'You asked to reschedule “{title}” to {moment}.',
  'proposed.stays': 'Your meeting stays at its time until {host} confirms.',
  'proposed.held': 'We’re holding the new time for you until {moment}.',
  'kept.heading': 'Your meeting with {name} stays at its time',
  'kept.declined': '{host} can’t make {moment}, so “{title}” stays at its time. You can ask for another one.',
  'kept.expired':
    '{host} didn’t confirm {moment} in time, so “{title}” stays at its time. We’re no longer holding the new time for you.',
  'kept.withdrawn': 'You withdrew your request for {moment}, so “{title}” stays at its time. We’ve let {host} know.',

  // Why the reader gets the mail, and whose clock it follows
  'why.requested': 'You’re receiving this email because this address was used to request a meeting with {host}.',
  'why.booked': 'You’re receiving this email because this address was used to book a meeting with {host}.',
  'why.further': 'You’re receiving this email because {guest} added this address to a meeting with {host}.',
  /** Follow one of these: where a reply goes, or that the host shows guests no address. */
  'reply.host': 'Reply to reach {host}.',
  'reply.support': 'Replies to this email reach Insytical support, not {host}.',
  'zone.reader': 'Times are shown in {zone}.',
  'zone.further': 'Times are shown in the time zone of {guest}, {zone}.',
} as const;
