import type { mails as english } from '../en/mails.ts';
import type { Translation } from '../translate.ts';

/** The mails and calendar files of guests in Italian, with “tu”, in the words that `pages.ts` lists. */
export const mails = {
  // The frame of every mail
  'mail.sender': '{name} tramite Insytical',
  'mail.subject': '{badge}: {meeting}, {when}',
  'mail.subject.entry': '{meeting}, {when} – {badge}',
  'mail.preview': '{sentence} {when}.',
  'mail.gap': ' ',
  'mail.label': '{label}:',
  'mail.questions': 'Domande?',

  // People and things that have no name of their own
  'name.host': 'Chi organizza',
  'name.guest': 'Chi ha prenotato',
  'name.title': 'Appuntamento',
  'name.meeting': '{title} con {name}',
  'place.link': 'Online',
  'place.phone': 'Telefonata',
  'place.in_person': 'Di persona',
  'place.named': '{kind}: {place}',

  // Labels of what is listed below the time
  'label.when': 'Quando',
  'label.before': 'Prima',
  'label.what': 'Cosa',
  'label.with': 'Con',
  'label.booked_by': 'Prenotato da',
  'label.where': 'Dove',
  'label.call': 'Numero da chiamare',
  'label.link': 'Link',
  'label.provider_link': 'Link {provider}',
  'label.host_line': 'Messaggio di {host}',

  // What the reader can press
  'action.join': 'Partecipa all’appuntamento',
  'action.join_provider': 'Partecipa all’appuntamento su {provider}',
  'action.choose_time': 'Scegli un altro orario',
  'action.book_again': 'Prenota un altro orario',
  'action.reschedule': 'Sposta',
  'action.cancel': 'Annulla',
  'action.read_note': 'Leggi il messaggio di {host}',
  'action.stop_reminders': 'Disattiva i promemoria per questa prenotazione',
  'action.leave': 'Disattiva queste email e lascia l’appuntamento',

  // Calendars
  'calendar.attached': 'In allegato trovi un invito per il calendario.',
  'calendar.updates': 'L’invito allegato aggiorna il tuo calendario.',
  'calendar.removes': 'Il file allegato rimuove l’appuntamento dal tuo calendario.',
  'calendar.add': 'Non è ancora nel tuo calendario? Aggiungilo a:',
  'calendar.change': 'Sposta o annulla',
  'calendar.link_follows': 'Ti invieremo via email il link per partecipare.',
  'calendar.call': 'Chiama il numero {number}',
  'calendar.over': 'Questo appuntamento non avrà luogo.',
  'calendar.removed': 'Non partecipi più a questo appuntamento.',
  'calendar.join': 'Partecipa: {url}',
  'calendar.use_mail': 'Per spostare o annullare, usa i link nella tua email.',

  // Where to meet
  'meet.called': '{kind}: {name} ti chiamerà al numero {number}',
  'meet.guest_called': '{kind}: {host} chiamerà {guest}',
  'meet.link_with_confirmation': 'Riceverai il link per partecipare con la conferma.',
  'meet.number_with_confirmation': 'Riceverai il numero di telefono con la conferma.',
  'meet.address_with_confirmation': 'Riceverai l’indirizzo con la conferma.',
  'meet.creating_link':
    'Stiamo ancora creando il link {provider}. La tua prenotazione è confermata e ti invieremo il link via email appena sarà pronto.',
  'meet.no_link':
    'Il link {provider} non c’è ancora. La tua prenotazione è confermata e abbiamo avvisato {host}. Riceverai il link da noi o da {host}. Se non lo ricevi poco prima dell’appuntamento, contatta {host}.',

  // Until when a guest can change a booking
  'change.until': 'Puoi spostare o annullare fino a {moment}. Dopo, contatta {host}.',
  'change.over': 'Per spostare o annullare ora, contatta {host}.',

  // What happened, in a word or two
  'badge.confirmed': 'Confermato',
  'badge.requested': 'Richiesto',
  'badge.new_time_requested': 'Nuovo orario richiesto',
  'badge.declined': 'Rifiutato',
  'badge.not_confirmed': 'Non confermato',
  'badge.rescheduled': 'Spostato',
  'badge.cancelled': 'Annullato',
  'badge.reminder': 'Promemoria',
  'badge.link': 'Link dell’appuntamento',
  'badge.provider_link': 'Link {provider}',
  'badge.pick_time': 'Scegli un altro orario',
  'badge.time_unchanged': 'Orario invariato',
  'badge.invitation': 'Invito',
  'badge.removed': 'Partecipazione annullata',
  'badge.follow_up': 'Grazie',

  // Confirmed
  'confirmed.heading': 'Hai un appuntamento con {name}',
  'confirmed.text': 'La tua prenotazione di “{title}” è confermata.',
  'confirmed.further': '{guest} ti invita a “{title}”.',

  // A request that waits for the host
  'requested.heading': 'La tua richiesta è stata inviata a {host}',
  'requested.moved_heading': 'La tua richiesta di nuovo orario è stata inviata a {host}',
  'requested.review': '{host} esamina ogni richiesta.',
  'requested.held': 'L’orario è riservato per te fino a {moment}.',
  'requested.answer': 'Ti scriveremo appena ci sarà una risposta.',
  'declined.heading': '{host} non può in questo orario',
  'declined.text': 'La tua richiesta per “{title}” è stata rifiutata. Puoi scegliere un altro orario.',
  'expired.heading': 'La tua richiesta è scaduta',
  'expired.text':
    '{host} non ha confermato in tempo, quindi l’orario non è più riservato per te. Puoi sceglierne un altro.',

  // Another time
  'rescheduled.heading': 'Il tuo appuntamento con {host} è stato spostato',
  'rescheduled.further_heading': 'L’appuntamento con {host} è stato spostato',
  'rescheduled.by_you': 'Hai spostato “{title}”.',
  'rescheduled.by_name': '{name} ha spostato “{title}”.',
  'rescheduled.agreed': '{host} ha confermato l’orario che hai chiesto: l’appuntamento “{title}” è stato spostato.',
  'rescheduled.links': 'I link nelle email precedenti continuano a funzionare.',
  'pick_time.heading': '{host} ti chiede di scegliere un altro orario',
  'pick_time.text': '“{title}” resta all’orario previsto finché non ne scegli uno nuovo.',

  // The end
  'cancelled.heading': 'Il tuo appuntamento con {name} è stato annullato',
  'cancelled.further_heading': 'L’appuntamento con {host} è stato annullato',
  'cancelled.by_you': 'Hai annullato questa prenotazione.',
  'cancelled.by_host': '{host} ha annullato questa prenotazione.',
  'cancelled.text': 'Questa prenotazione è stata annullata.',
  'cancelled.further': '“{title}” non avrà luogo.',
  'removed.heading': 'Non partecipi più all’appuntamento con {host}',
  'removed.text': '{host} ha annullato la tua partecipazione a “{title}” e abbiamo eliminato il tuo indirizzo.',

  // Before the meeting
  'reminder.now': 'Il tuo appuntamento con {name} inizia adesso',
  'reminder.minutes': 'Il tuo appuntamento con {name} inizia tra {count, plural, one {# minuto} other {# minuti}}',
  'reminder.hours': 'Il tuo appuntamento con {name} inizia tra {count, plural, one {# ora} other {# ore}}',
  'reminder.days': 'Il tuo appuntamento con {name} inizia tra {count, plural, one {# giorno} other {# giorni}}',
  'reminder.text': 'Questo è un promemoria per “{title}”.',
  'link_ready.heading': 'Il link del tuo appuntamento è pronto',
  'link_ready.text': 'Ecco il link per “{title}” con {host}. L’orario non è cambiato.',

  // After the meeting
  'follow_up.heading': 'Grazie per l’appuntamento con {host}',
  'follow_up.text': 'Speriamo che “{title}” ti sia stato utile. Per un nuovo appuntamento, prenota un altro orario.',

  // Another time that the guest of a confirmed booking asks for
  'proposed.heading': 'Hai chiesto un nuovo orario a {host}',
  'proposed.text': 'Hai chiesto di spostare “{title}” a {moment}.',
  'proposed.stays': 'Il tuo appuntamento resta all’orario previsto finché {host} non conferma.',
  'proposed.held': 'Il nuovo orario è riservato per te fino a {moment}.',
  'kept.heading': 'Il tuo appuntamento con {name} resta all’orario previsto',
  'kept.declined': '{host} non può {moment}, quindi “{title}” resta all’orario previsto. Puoi chiederne un altro.',
  'kept.expired':
    '{host} non ha confermato in tempo lo spostamento a {moment}, quindi “{title}” resta all’orario previsto. Il nuovo orario non è più riservato per te.',
  'kept.withdrawn':
    'Hai ritirato la tua richiesta per {moment}, quindi “{title}” resta all’orario previsto. Abbiamo avvisato {host}.',

  // Why the reader gets the mail, and whose clock it follows
  'why.requested': 'Ricevi questa email perché con questo indirizzo è stato richiesto un appuntamento con {host}.',
  'why.booked': 'Ricevi questa email perché con questo indirizzo è stato prenotato un appuntamento con {host}.',
  'why.further': 'Ricevi questa email perché {guest} ha aggiunto questo indirizzo a un appuntamento con {host}.',
  'reply.host': 'Rispondi per contattare {host}.',
  'reply.support': 'Le risposte a questa email arrivano all’assistenza di Insytical, non a {host}.',
  'zone.reader': 'Gli orari sono indicati nel tuo fuso orario ({zone}).',
  'zone.further': 'Gli orari sono indicati nel fuso orario di {guest} ({zone}).',
} as const satisfies Translation<typeof english>;
