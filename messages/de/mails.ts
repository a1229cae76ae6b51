import type { mails as english } from '../en/mails.ts';
import type { Translation } from '../translate.ts';

/** The mails and calendar files of guests in German, with „Sie“, in the words that `pages.ts` and `host.ts` list. */
export const mails = {
  // The frame of every mail
  'mail.sender': '{name} über Insytical',
  'mail.subject': '{badge}: {meeting}, {when}',
  'mail.subject.entry': '{meeting}, {when} – {badge}',
  'mail.preview': '{sentence} {when}.',
  'mail.gap': ' ',
  'mail.label': '{label}:',
  'mail.questions': 'Fragen?',

  // People and things that have no name of their own
  'name.host': 'Host',
  'name.guest': 'Gast',
  'name.title': 'Meeting',
  'name.meeting': '{title} mit {name}',
  'place.link': 'Online',
  'place.phone': 'Telefon',
  'place.in_person': 'Persönlich',
  'place.named': '{kind}: {place}',

  // Labels of what is listed below the time
  'label.when': 'Wann',
  'label.before': 'Zuvor',
  'label.what': 'Was',
  'label.with': 'Mit',
  'label.booked_by': 'Gebucht von',
  'label.where': 'Wo',
  'label.call': 'Anrufen unter',
  'label.link': 'Link',
  'label.provider_link': '{provider}-Link',
  'label.host_line': 'Nachricht von {host}',

  // What the reader can press
  'action.join': 'Am Meeting teilnehmen',
  'action.join_provider': 'Am {provider}-Meeting teilnehmen',
  'action.choose_time': 'Andere Zeit wählen',
  'action.book_again': 'Weitere Zeit buchen',
  'action.reschedule': 'Verschieben',
  'action.cancel': 'Stornieren',
  'action.read_note': 'Nachricht von {host} lesen',
  'action.stop_reminders': 'Erinnerungen an diese Buchung ausschalten',
  'action.leave': 'E-Mails abbestellen und Meeting verlassen',

  // Calendars
  'calendar.attached': 'Eine Kalendereinladung ist angehängt.',
  'calendar.updates': 'Die angehängte Einladung aktualisiert Ihren Kalender.',
  'calendar.removes': 'Die angehängte Datei entfernt das Meeting aus Ihrem Kalender.',
  'calendar.add': 'Noch nicht in Ihrem Kalender? Fügen Sie es hinzu:',
  'calendar.change': 'Verschieben oder stornieren',
  'calendar.link_follows': 'Den Link zum Teilnehmen schicken wir Ihnen per E-Mail.',
  'calendar.call': 'Anrufen unter {number}',
  'calendar.over': 'Dieses Meeting findet nicht statt.',
  'calendar.removed': 'Sie sind zu diesem Meeting nicht mehr eingeladen.',
  'calendar.join': 'Teilnehmen: {url}',
  'calendar.use_mail': 'Zum Verschieben oder Stornieren nutzen Sie bitte die Links in Ihrer E-Mail.',

  // Where to meet
  'meet.called': '{kind}: {name} ruft Sie an unter {number}',
  'meet.guest_called': '{kind}: {host} ruft {guest} an',
  'meet.link_with_confirmation': 'Den Link zum Teilnehmen bekommen Sie mit der Bestätigung.',
  'meet.number_with_confirmation': 'Die Telefonnummer bekommen Sie mit der Bestätigung.',
  'meet.address_with_confirmation': 'Die Adresse bekommen Sie mit der Bestätigung.',
  'meet.creating_link':
    'Der {provider}-Link wird noch erstellt. Ihre Buchung ist bestätigt, und wir schicken Ihnen den Link per E-Mail, sobald er bereit ist.',
  'meet.no_link':
    'Es gibt noch keinen {provider}-Link. Ihre Buchung ist bestätigt, und {host} weiß Bescheid. Sie bekommen den Link von uns oder von {host}. Wenn er kurz vor dem Meeting noch nicht da ist, wenden Sie sich bitte an {host}.',

  // Until when a guest can change a booking
  'change.until': 'Verschieben oder stornieren können Sie bis {moment}. Danach wenden Sie sich bitte an {host}.',
  'change.over': 'Um jetzt noch zu verschieben oder zu stornieren, wenden Sie sich bitte an {host}.',

  // What happened, in a word or two
  'badge.confirmed': 'Bestätigt',
  'badge.requested': 'Angefragt',
  'badge.new_time_requested': 'Neue Zeit angefragt',
  'badge.declined': 'Abgelehnt',
  'badge.not_confirmed': 'Nicht bestätigt',
  'badge.rescheduled': 'Verschoben',
  'badge.cancelled': 'Storniert',
  'badge.reminder': 'Erinnerung',
  'badge.link': 'Meeting-Link',
  'badge.provider_link': '{provider}-Link',
  'badge.pick_time': 'Bitte andere Zeit wählen',
  'badge.time_unchanged': 'Zeit unverändert',
  'badge.invitation': 'Einladung',
  'badge.removed': 'Nicht mehr eingeladen',
  'badge.follow_up': 'Vielen Dank',

  // Confirmed
  'confirmed.heading': 'Ihr Meeting mit {name}',
  'confirmed.text': 'Ihre Buchung von „{title}“ ist bestätigt.',
  'confirmed.further': '{guest} hat Sie zu „{title}“ eingeladen.',

  // A request that waits for the host
  'requested.heading': 'Ihre Anfrage ist bei {host}',
  'requested.moved_heading': 'Ihre Anfrage für die neue Zeit ist bei {host}',
  'requested.review': '{host} prüft jede Anfrage.',
  'requested.held': 'Wir reservieren die Zeit für Sie bis {moment}.',
  'requested.answer': 'Sobald eine Antwort da ist, schicken wir Ihnen eine E-Mail.',
  'declined.heading': '{host} kann zu dieser Zeit nicht',
  'declined.text': 'Ihre Anfrage zu „{title}“ wurde abgelehnt. Sie können eine andere Zeit wählen.',
  'expired.heading': 'Ihre Anfrage ist abgelaufen',
  'expired.text':
    '{host} hat nicht rechtzeitig bestätigt, deshalb ist die Zeit nicht mehr für Sie reserviert. Sie können eine andere wählen.',

  // Another time
  'rescheduled.heading': 'Ihr Meeting mit {host} wurde verschoben',
  'rescheduled.further_heading': 'Das Meeting mit {host} wurde verschoben',
  'rescheduled.by_you': 'Sie haben „{title}“ verschoben.',
  'rescheduled.by_name': '{name} hat „{title}“ verschoben.',
  'rescheduled.agreed': '{host} hat Ihre Wunschzeit bestätigt: „{title}“ ist verschoben.',
  'rescheduled.links': 'Die Links aus früheren E-Mails gelten weiter.',
  'pick_time.heading': '{host} bittet Sie, eine andere Zeit zu wählen',
  'pick_time.text': '„{title}“ behält die jetzige Zeit, bis Sie eine neue wählen.',

  // The end
  'cancelled.heading': 'Ihr Meeting mit {name} wurde storniert',
  'cancelled.further_heading': 'Das Meeting mit {host} wurde storniert',
  'cancelled.by_you': 'Sie haben diese Buchung storniert.',
  'cancelled.by_host': '{host} hat diese Buchung storniert.',
  'cancelled.text': 'Diese Buchung wurde storniert.',
  'cancelled.further': '„{title}“ findet nicht statt.',
  'removed.heading': 'Sie sind zum Meeting mit {host} nicht mehr eingeladen',
  'removed.text': '{host} hat Ihre Einladung zu „{title}“ zurückgezogen, und wir haben Ihre Adresse gelöscht.',

  // Before the meeting
  'reminder.now': 'Ihr Meeting mit {name} beginnt jetzt',
  'reminder.minutes': 'Ihr Meeting mit {name} beginnt in {count, plural, one {# Minute} other {# Minuten}}',
  'reminder.hours': 'Ihr Meeting mit {name} beginnt in {count, plural, one {# Stunde} other {# Stunden}}',
  'reminder.days': 'Ihr Meeting mit {name} beginnt in {count, plural, one {# Tag} other {# Tagen}}',
  'reminder.text': 'Wir erinnern Sie an „{title}“.',
  'link_ready.heading': 'Ihr Meeting-Link ist bereit',
  'link_ready.text': 'Hier ist der Link für „{title}“ mit {host}. Die Zeit bleibt unverändert.',

  // After the meeting
  'follow_up.heading': 'Danke für das Meeting mit {host}',
  'follow_up.text':
    'Wir hoffen, „{title}“ hat sich für Sie gelohnt. Wenn Sie sich wieder treffen möchten, buchen Sie einfach eine weitere Zeit.',

  // Another time that the guest of a confirmed booking asks for
  'proposed.heading': 'Sie haben {host} um eine neue Zeit gebeten',
  'proposed.text': 'Sie möchten „{title}“ auf {moment} verschieben.',
  'proposed.stays': 'Bis {host} bestätigt, behält Ihr Meeting seine Zeit.',
  'proposed.held': 'Wir reservieren die neue Zeit für Sie bis {moment}.',
  'kept.heading': 'Ihr Meeting mit {name} behält seine Zeit',
  'kept.declined':
    '{host} kann am {moment} nicht, deshalb behält „{title}“ die bisherige Zeit. Sie können um eine andere bitten.',
  'kept.expired':
    '{host} hat die neue Zeit, {moment}, nicht rechtzeitig bestätigt. Deshalb behält „{title}“ die bisherige Zeit, und die neue ist nicht mehr für Sie reserviert.',
  'kept.withdrawn':
    'Sie haben Ihre Anfrage für {moment} zurückgezogen, deshalb behält „{title}“ die bisherige Zeit. {host} weiß Bescheid.',

  // Why the reader gets the mail, and whose clock it follows
  'why.requested': 'Sie bekommen diese E-Mail, weil mit dieser Adresse ein Meeting mit {host} angefragt wurde.',
  'why.booked': 'Sie bekommen diese E-Mail, weil mit dieser Adresse ein Meeting mit {host} gebucht wurde.',
  'why.further': 'Sie bekommen diese E-Mail, weil {guest} diese Adresse zu einem Meeting mit {host} hinzugefügt hat.',
  'reply.host': 'Antworten gehen an {host}.',
  'reply.support': 'Antworten auf diese E-Mail gehen an den Support von Insytical, nicht an {host}.',
  'zone.reader': 'Alle Zeiten in {zone}.',
  'zone.further': 'Alle Zeiten in der Zeitzone von {guest}, {zone}.',
} as const satisfies Translation<typeof english>;
