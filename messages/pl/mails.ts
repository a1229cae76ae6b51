/**
 * Keys and arguments: `messages/en/mails.ts`; the words are those of `pages.ts`. Names stay in the nominative, behind a
 * colon, in brackets or as the subject of a verb without a gender (present or future tense).
 */
export const mails = {
  'mail.sender': '{name} przez Insytical',
  'mail.subject': '{badge}: {meeting}, {when}',
  'mail.subject.entry': '{meeting}, {when} – {badge}',
  'mail.preview': '{sentence} {when}.',
  'mail.gap': ' ',
  'mail.label': '{label}:',
  'mail.questions': 'Pytania?',

  'name.host': 'Organizator',
  'name.guest': 'Gość',
  'name.title': 'Spotkanie',
  'name.meeting': '{title} – {name}',
  'place.link': 'Online',
  'place.phone': 'Rozmowa telefoniczna',
  'place.in_person': 'Osobiście',
  'place.named': '{kind}: {place}',

  'label.when': 'Kiedy',
  'label.before': 'Poprzednio',
  'label.what': 'Temat',
  'label.with': 'Z kim',
  'label.booked_by': 'Osoba rezerwująca',
  'label.where': 'Gdzie',
  'label.call': 'Zadzwoń pod numer',
  'label.link': 'Link',
  'label.provider_link': 'Link do {provider}',
  'label.host_line': 'Wiadomość od organizatora ({host})',

  'action.join': 'Dołącz do spotkania',
  'action.join_provider': 'Dołącz do spotkania w {provider}',
  'action.choose_time': 'Wybierz inny termin',
  'action.book_again': 'Zarezerwuj inny termin',
  'action.reschedule': 'Zmień termin',
  'action.cancel': 'Odwołaj',
  'action.read_note': 'Przeczytaj wiadomość od organizatora ({host})',
  'action.stop_reminders': 'Wyłącz przypomnienia o tej rezerwacji',
  'action.leave': 'Zrezygnuj ze spotkania i z tych wiadomości',

  'calendar.attached': 'W załączniku jest zaproszenie do kalendarza.',
  'calendar.updates': 'Zaproszenie w załączniku zaktualizuje Twój kalendarz.',
  'calendar.removes': 'Plik w załączniku usunie spotkanie z Twojego kalendarza.',
  'calendar.add': 'Nie masz go jeszcze w kalendarzu? Dodaj do:',
  'calendar.change': 'Zmień termin lub odwołaj',
  'calendar.link_follows': 'Link do spotkania wyślemy e-mailem.',
  'calendar.call': 'Zadzwoń pod numer {number}',
  'calendar.over': 'To spotkanie się nie odbędzie.',
  'calendar.removed': 'Nie masz już zaproszenia na to spotkanie.',
  'calendar.join': 'Dołącz: {url}',
  'calendar.use_mail': 'Aby zmienić termin lub odwołać spotkanie, skorzystaj z linków w wiadomości e-mail.',

  'meet.called': '{kind}: {name} zadzwoni pod numer {number}',
  'meet.guest_called': '{kind}: dzwoni {host}, odbiera {guest}',
  'meet.link_with_confirmation': 'Link do spotkania otrzymasz z potwierdzeniem.',
  'meet.number_with_confirmation': 'Numer telefonu otrzymasz z potwierdzeniem.',
  'meet.address_with_confirmation': 'Adres otrzymasz z potwierdzeniem.',
  'meet.creating_link':
    'Link do {provider} jest jeszcze tworzony. Twoja rezerwacja jest potwierdzona, a link wyślemy e-mailem, gdy tylko będzie gotowy.',
  'meet.no_link':
    'Nie ma jeszcze linku do {provider}. Twoja rezerwacja jest potwierdzona. {host} już o tym wie – link otrzymasz od nas lub bezpośrednio od organizatora. Jeśli tuż przed spotkaniem nadal go nie masz, skontaktuj się z organizatorem.',

  'change.until':
    'Zmiana terminu lub odwołanie możliwe do: {moment}. Po tym czasie skontaktuj się z organizatorem ({host}).',
  'change.over': 'Aby teraz zmienić termin lub odwołać spotkanie, skontaktuj się z organizatorem ({host}).',

  'badge.confirmed': 'Potwierdzono',
  'badge.requested': 'Prośba wysłana',
  'badge.new_time_requested': 'Prośba o nowy termin',
  'badge.declined': 'Odrzucono',
  'badge.not_confirmed': 'Nie potwierdzono',
  'badge.rescheduled': 'Zmieniono termin',
  'badge.cancelled': 'Odwołano',
  'badge.reminder': 'Przypomnienie',
  'badge.link': 'Link do spotkania',
  'badge.provider_link': 'Link do {provider}',
  'badge.pick_time': 'Wybierz inny termin',
  'badge.time_unchanged': 'Termin bez zmian',
  'badge.invitation': 'Zaproszenie',
  'badge.removed': 'Usunięto',
  'badge.follow_up': 'Dziękujemy',

  'confirmed.heading': 'Spotkanie umówione: {name}',
  'confirmed.text': 'Twoja rezerwacja spotkania „{title}” jest potwierdzona.',
  'confirmed.further': '{guest} zaprasza Cię na spotkanie „{title}”.',

  'requested.heading': '{host} ma już Twoją prośbę',
  'requested.moved_heading': '{host} rozpatrzy Twój nowy termin',
  'requested.review': '{host} rozpatruje każdą prośbę indywidualnie.',
  'requested.held': 'Trzymamy ten termin dla Ciebie do: {moment}.',
  'requested.answer': 'Gdy nadejdzie odpowiedź, wyślemy Ci e-mail.',
  'declined.heading': '{host} nie może się spotkać w tym terminie',
  'declined.text': 'Twoja prośba o spotkanie „{title}” została odrzucona. Możesz wybrać inny termin.',
  'expired.heading': 'Twoja prośba wygasła',
  'expired.text':
    'Odpowiedź od organizatora ({host}) nie nadeszła na czas, więc nie trzymamy już dla Ciebie tego terminu. Możesz wybrać inny.',

  'rescheduled.heading': 'Zmieniono termin Twojego spotkania: {host}',
  'rescheduled.further_heading': 'Zmieniono termin spotkania: {host}',
  'rescheduled.by_you': 'Termin spotkania „{title}” został zmieniony przez Ciebie.',
  'rescheduled.by_name': '{name} zmienia termin spotkania „{title}”.',
  'rescheduled.agreed':
    '{host} potwierdza zaproponowany przez Ciebie termin. Termin spotkania „{title}” został zmieniony.',
  'rescheduled.links': 'Linki z wcześniejszych wiadomości nadal działają.',
  'pick_time.heading': '{host} prosi o wybór innego terminu',
  'pick_time.text': 'Termin spotkania „{title}” pozostaje bez zmian, dopóki nie wybierzesz nowego.',

  'cancelled.heading': 'Odwołano Twoje spotkanie: {name}',
  'cancelled.further_heading': 'Odwołano spotkanie: {host}',
  'cancelled.by_you': 'Ta rezerwacja została odwołana przez Ciebie.',
  'cancelled.by_host': 'Ta rezerwacja została odwołana przez organizatora ({host}).',
  'cancelled.text': 'Ta rezerwacja została odwołana.',
  'cancelled.further': 'Spotkanie „{title}” się nie odbędzie.',
  'removed.heading': 'Nie masz już zaproszenia na spotkanie: {host}',
  'removed.text':
    'Na życzenie organizatora ({host}) usunęliśmy Cię z listy gości spotkania „{title}” i skasowaliśmy Twój adres.',

  'reminder.now': 'Twoje spotkanie właśnie się zaczyna: {name}',
  'reminder.minutes':
    'Twoje spotkanie zaczyna się za {count, plural, one {# minutę} few {# minuty} many {# minut} other {# minuty}}: {name}',
  'reminder.hours':
    'Twoje spotkanie zaczyna się za {count, plural, one {# godzinę} few {# godziny} many {# godzin} other {# godziny}}: {name}',
  'reminder.days':
    'Twoje spotkanie zaczyna się za {count, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}: {name}',
  'reminder.text': 'Przypominamy o spotkaniu „{title}”.',
  'link_ready.heading': 'Link do Twojego spotkania jest gotowy',
  'link_ready.text': 'Oto link do spotkania „{title}” ({host}). Termin się nie zmienił.',
  'follow_up.heading': 'Dziękujemy za spotkanie: {host}',
  'follow_up.text': 'Mamy nadzieję, że spotkanie „{title}” było przydatne. Na kolejne możesz zarezerwować nowy termin.',

  'proposed.heading': 'Prośba o nowy termin wysłana: {host}',
  'proposed.text': 'Twoja prośba dotyczy spotkania „{title}”. Nowy termin: {moment}.',
  'proposed.stays': 'Obecny termin pozostaje ważny, dopóki {host} nie potwierdzi nowego.',
  'proposed.held': 'Trzymamy nowy termin dla Ciebie do: {moment}.',
  'kept.heading': 'Termin Twojego spotkania pozostaje bez zmian: {name}',
  'kept.declined':
    '{host} nie może się spotkać w terminie: {moment}. Termin spotkania „{title}” pozostaje bez zmian. Możesz poprosić o inny.',
  'kept.expired':
    'Odpowiedź od organizatora ({host}) nie nadeszła na czas, więc termin spotkania „{title}” pozostaje bez zmian. Nie trzymamy już dla Ciebie nowego terminu: {moment}.',
  'kept.withdrawn':
    'Wycofano Twoją prośbę o termin: {moment}. Termin spotkania „{title}” pozostaje bez zmian. {host} już o tym wie.',

  'why.requested':
    'Otrzymujesz tę wiadomość, ponieważ z użyciem tego adresu wysłano prośbę o spotkanie (organizator: {host}).',
  'why.booked':
    'Otrzymujesz tę wiadomość, ponieważ z użyciem tego adresu zarezerwowano spotkanie (organizator: {host}).',
  'why.further':
    'Otrzymujesz tę wiadomość, ponieważ ten adres dodano do spotkania (organizator: {host}, zaprasza {guest}).',
  'reply.host': 'Odpowiedź na tę wiadomość otrzyma {host}.',
  'reply.support': 'Odpowiedzi na tę wiadomość trafiają do pomocy Insytical. {host} ich nie otrzyma.',
  'zone.reader': 'Godziny podano w Twojej strefie czasowej ({zone}).',
  'zone.further': 'Godziny podano w strefie czasowej, której używa {guest} ({zone}).',
} as const;
