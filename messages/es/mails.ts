import type { mails as english } from '../en/mails.ts';
import type { Translation } from '../translate.ts';

/** The mails and calendar files of guests in Spanish, with «tú», in the words that `pages.ts` lists. */
export const mails = {
  // The frame of every mail
  'mail.sender': '{name} por Insytical',
  'mail.subject': '{badge}: {meeting}, {when}',
  'mail.subject.entry': '{meeting}, {when} – {badge}',
  'mail.preview': '{sentence} {when}.',
  'mail.gap': ' ',
  'mail.label': '{label}:',
  'mail.questions': '¿Alguna pregunta?',

  // People and things that have no name of their own
  'name.host': 'Quien organiza',
  'name.guest': 'Quien reservó',
  'name.title': 'Reunión',
  'name.meeting': '{title} con {name}',
  'place.link': 'En línea',
  'place.phone': 'Llamada telefónica',
  'place.in_person': 'Presencial',
  'place.named': '{kind}: {place}',

  // Labels of what is listed below the time
  'label.when': 'Cuándo',
  'label.before': 'Antes',
  'label.what': 'Qué',
  'label.with': 'Con',
  'label.booked_by': 'Reserva de',
  'label.where': 'Dónde',
  'label.call': 'Número al que llamar',
  'label.link': 'Enlace',
  'label.provider_link': 'Enlace de {provider}',
  'label.host_line': 'Mensaje de {host}',

  // What the reader can press
  'action.join': 'Unirse a la reunión',
  'action.join_provider': 'Unirse a la reunión de {provider}',
  'action.choose_time': 'Elegir otro horario',
  'action.book_again': 'Reservar otro horario',
  'action.reschedule': 'Reprogramar',
  'action.cancel': 'Cancelar',
  'action.read_note': 'Leer el mensaje de {host}',
  'action.stop_reminders': 'Desactivar los recordatorios de esta reserva',
  'action.leave': 'No recibir más estos correos y salir de la reunión',

  // Calendars
  'calendar.attached': 'Adjuntamos una invitación para tu calendario.',
  'calendar.updates': 'La invitación adjunta actualiza tu calendario.',
  'calendar.removes': 'El archivo adjunto elimina la reunión de tu calendario.',
  'calendar.add': '¿Aún no está en tu calendario? Añádela a:',
  'calendar.change': 'Reprogramar o cancelar',
  'calendar.link_follows': 'Te enviaremos por correo el enlace para unirte.',
  'calendar.call': 'Llamar al {number}',
  'calendar.over': 'Esta reunión no se celebrará.',
  'calendar.removed': 'Ya no participas en esta reunión.',
  'calendar.join': 'Unirse: {url}',
  'calendar.use_mail': 'Para reprogramar o cancelar, usa los enlaces de tu correo.',

  // Where to meet
  'meet.called': '{kind}: {name} te llamará al {number}',
  'meet.guest_called': '{kind}: {host} llamará a {guest}',
  'meet.link_with_confirmation': 'Recibirás el enlace para unirte con la confirmación.',
  'meet.number_with_confirmation': 'Recibirás el número de teléfono con la confirmación.',
  'meet.address_with_confirmation': 'Recibirás la dirección con la confirmación.',
  'meet.creating_link':
    'Todavía estamos creando el enlace de {provider}. Tu reserva está confirmada y te enviaremos el enlace por correo en cuanto esté listo.',
  'meet.no_link':
    'Todavía no hay enlace de {provider}. Tu reserva está confirmada y hemos avisado a {host}. Recibirás el enlace de nuestra parte o de parte de {host}. Si no lo tienes poco antes de la reunión, contacta con {host}.',

  // Until when a guest can change a booking
  'change.until': 'Puedes reprogramar o cancelar hasta el {moment}. Después, contacta con {host}.',
  'change.over': 'Para reprogramar o cancelar ahora, contacta con {host}.',

  // What happened, in a word or two
  'badge.confirmed': 'Confirmada',
  'badge.requested': 'Solicitada',
  'badge.new_time_requested': 'Nuevo horario solicitado',
  'badge.declined': 'Rechazada',
  'badge.not_confirmed': 'No confirmada',
  'badge.rescheduled': 'Reprogramada',
  'badge.cancelled': 'Cancelada',
  'badge.reminder': 'Recordatorio',
  'badge.link': 'Enlace de la reunión',
  'badge.provider_link': 'Enlace de {provider}',
  'badge.pick_time': 'Elige otro horario',
  'badge.time_unchanged': 'Horario sin cambios',
  'badge.invitation': 'Invitación',
  'badge.removed': 'Participación cancelada',
  'badge.follow_up': 'Gracias',

  // Confirmed
  'confirmed.heading': 'Tienes una reunión con {name}',
  'confirmed.text': 'Tu reserva de «{title}» está confirmada.',
  'confirmed.further': '{guest} te ha añadido a «{title}».',

  // A request that waits for the host
  'requested.heading': 'Hemos enviado a {host} tu solicitud',
  'requested.moved_heading': 'Hemos enviado a {host} tu solicitud de nuevo horario',
  'requested.review': '{host} revisa cada solicitud.',
  'requested.held': 'Te reservamos el horario hasta el {moment}.',
  'requested.answer': 'Te escribiremos en cuanto haya una respuesta.',
  'declined.heading': '{host} no puede en este horario',
  'declined.text': 'Tu solicitud para «{title}» se ha rechazado. Puedes elegir otro horario.',
  'expired.heading': 'Tu solicitud ha expirado',
  'expired.text': '{host} no ha confirmado a tiempo, así que ya no te reservamos el horario. Puedes elegir otro.',

  // Another time
  'rescheduled.heading': 'Tu reunión con {host} se ha reprogramado',
  'rescheduled.further_heading': 'La reunión con {host} se ha reprogramado',
  'rescheduled.by_you': 'Has reprogramado «{title}».',
  'rescheduled.by_name': '{name} ha reprogramado «{title}».',
  'rescheduled.agreed': '{host} ha confirmado el horario que pediste: «{title}» se ha reprogramado.',
  'rescheduled.links': 'Los enlaces de los correos anteriores siguen funcionando.',
  'pick_time.heading': '{host} te pide que elijas otro horario',
  'pick_time.text': '«{title}» mantiene su horario hasta que elijas uno nuevo.',

  // The end
  'cancelled.heading': 'Tu reunión con {name} se ha cancelado',
  'cancelled.further_heading': 'La reunión con {host} se ha cancelado',
  'cancelled.by_you': 'Has cancelado esta reserva.',
  'cancelled.by_host': '{host} ha cancelado esta reserva.',
  'cancelled.text': 'Esta reserva se ha cancelado.',
  'cancelled.further': '«{title}» no se celebrará.',
  'removed.heading': 'Ya no participas en la reunión con {host}',
  'removed.text': '{host} ha cancelado tu participación en «{title}» y hemos borrado tu dirección.',

  // Before the meeting
  'reminder.now': 'Tu reunión con {name} empieza ahora',
  'reminder.minutes': 'Tu reunión con {name} empieza en {count, plural, one {# minuto} other {# minutos}}',
  'reminder.hours': 'Tu reunión con {name} empieza en {count, plural, one {# hora} other {# horas}}',
  'reminder.days': 'Tu reunión con {name} empieza en {count, plural, one {# día} other {# días}}',
  'reminder.text': 'Este es un recordatorio de «{title}».',
  'link_ready.heading': 'El enlace de tu reunión está listo',
  'link_ready.text': 'Aquí tienes el enlace para «{title}» con {host}. El horario no ha cambiado.',

  // After the meeting
  'follow_up.heading': 'Gracias por la reunión con {host}',
  'follow_up.text':
    'Esperamos que «{title}» te haya resultado útil. Cuando quieras otra reunión, reserva otro horario.',

  // Another time that the guest of a confirmed booking asks for
  'proposed.heading': 'Has pedido a {host} un nuevo horario',
  'proposed.text': 'Has pedido reprogramar «{title}» para el {moment}.',
  'proposed.stays': 'Tu reunión mantiene su horario hasta que {host} confirme.',
  'proposed.held': 'Te reservamos el nuevo horario hasta el {moment}.',
  'kept.heading': 'Tu reunión con {name} mantiene su horario',
  'kept.declined': '{host} no puede el {moment}, así que «{title}» mantiene su horario. Puedes pedir otro.',
  'kept.expired':
    '{host} no ha confirmado a tiempo el cambio al {moment}, así que «{title}» mantiene su horario. Ya no te reservamos el nuevo.',
  'kept.withdrawn':
    'Has retirado tu solicitud para el {moment}, así que «{title}» mantiene su horario. Hemos avisado a {host}.',

  // Why the reader gets the mail, and whose clock it follows
  'why.requested': 'Recibes este correo porque con esta dirección se solicitó una reunión con {host}.',
  'why.booked': 'Recibes este correo porque con esta dirección se reservó una reunión con {host}.',
  'why.further': 'Recibes este correo porque {guest} añadió esta dirección a una reunión con {host}.',
  'reply.host': 'Tu respuesta le llegará a {host}.',
  'reply.support': 'Las respuestas a este correo llegan al soporte de Insytical, no a {host}.',
  'zone.reader': 'Los horarios se muestran en {zone}.',
  'zone.further': 'Los horarios se muestran en la zona horaria de {guest} ({zone}).',
} as const satisfies Translation<typeof english>;
