import type { mails as english } from '../en/mails.ts';
import type { Translation } from '../translate.ts';

/**
 * The mails and calendar files of guests in French, with « vous », in the words that `pages.ts` lists. No-break spaces
 * stand before double signs and within « ». No name follows « de » or « que », which its first letter might shorten.
 */
export const mails = {
  // The frame of every mail
  'mail.sender': '{name} via Insytical',
  'mail.subject': '{badge} : {meeting}, {when}',
  'mail.subject.entry': '{meeting}, {when} – {badge}',
  'mail.preview': '{sentence} {when}.',
  'mail.gap': ' ',
  'mail.label': '{label} :',
  'mail.questions': 'Des questions ?',

  // People and things that have no name of their own
  'name.host': 'Votre hôte',
  'name.guest': 'La personne qui a réservé',
  'name.title': 'Rendez-vous',
  'name.meeting': '{title} avec {name}',
  'place.link': 'En ligne',
  'place.phone': 'Appel téléphonique',
  'place.in_person': 'En personne',
  'place.named': '{kind} : {place}',

  // Labels of what is listed below the time
  'label.when': 'Quand',
  'label.before': 'Avant',
  'label.what': 'Quoi',
  'label.with': 'Avec',
  'label.booked_by': 'Réservé par',
  'label.where': 'Où',
  'label.call': 'Numéro à appeler',
  'label.link': 'Lien',
  'label.provider_link': 'Lien {provider}',
  'label.host_line': 'Message de {host}',

  // What the reader can press
  'action.join': 'Rejoindre le rendez-vous',
  'action.join_provider': 'Rejoindre le rendez-vous sur {provider}',
  'action.choose_time': 'Choisir un autre créneau',
  'action.book_again': 'Réserver un autre créneau',
  'action.reschedule': 'Déplacer',
  'action.cancel': 'Annuler',
  'action.read_note': 'Lire le message laissé par {host}',
  'action.stop_reminders': 'Désactiver les rappels pour cette réservation',
  'action.leave': 'Ne plus recevoir ces e-mails et quitter le rendez-vous',

  // Calendars
  'calendar.attached': 'Vous trouverez une invitation pour votre agenda en pièce jointe.',
  'calendar.updates': 'L’invitation jointe met votre agenda à jour.',
  'calendar.removes': 'Le fichier joint retire le rendez-vous de votre agenda.',
  'calendar.add': 'Pas encore dans votre agenda ? Ajoutez-le :',
  'calendar.change': 'Déplacer ou annuler',
  'calendar.link_follows': 'Nous vous enverrons le lien par e-mail.',
  'calendar.call': 'Appeler le {number}',
  'calendar.over': 'Ce rendez-vous n’aura pas lieu.',
  'calendar.removed': 'Vous ne participez plus à ce rendez-vous.',
  'calendar.join': 'Rejoindre : {url}',
  'calendar.use_mail': 'Pour déplacer ou annuler, utilisez les liens dans votre e-mail.',

  // Where to meet
  'meet.called': '{kind} : {name} vous appellera au {number}',
  'meet.guest_called': '{kind} : {host} appellera {guest}',
  'meet.link_with_confirmation': 'Vous recevrez le lien avec la confirmation.',
  'meet.number_with_confirmation': 'Vous recevrez le numéro de téléphone avec la confirmation.',
  'meet.address_with_confirmation': 'Vous recevrez l’adresse avec la confirmation.',
  'meet.creating_link':
    'Le lien {provider} est en cours de création. Votre réservation est confirmée, et nous vous enverrons le lien par e-mail dès qu’il sera prêt.',
  'meet.no_link':
    'Il n’y a pas encore de lien {provider}. Votre réservation est confirmée, et nous avons prévenu {host}. Le lien vous parviendra par nos soins ou directement par {host}. Si vous ne l’avez pas peu avant le rendez-vous, contactez {host}.',

  // Until when a guest can change a booking
  'change.until': 'Vous pouvez déplacer ou annuler jusqu’au {moment}. Ensuite, contactez {host}.',
  'change.over': 'Pour déplacer ou annuler maintenant, contactez {host}.',

  // What happened, in a word or two
  'badge.confirmed': 'Confirmé',
  'badge.requested': 'Demandé',
  'badge.new_time_requested': 'Nouveau créneau demandé',
  'badge.declined': 'Refusé',
  'badge.not_confirmed': 'Non confirmé',
  'badge.rescheduled': 'Déplacé',
  'badge.cancelled': 'Annulé',
  'badge.reminder': 'Rappel',
  'badge.link': 'Lien du rendez-vous',
  'badge.provider_link': 'Lien {provider}',
  'badge.pick_time': 'Autre créneau à choisir',
  'badge.time_unchanged': 'Horaire inchangé',
  'badge.invitation': 'Invitation',
  'badge.removed': 'Participation annulée',
  'badge.follow_up': 'Merci',

  // Confirmed
  'confirmed.heading': 'Vous avez rendez-vous avec {name}',
  'confirmed.text': 'Votre réservation de « {title} » est confirmée.',
  'confirmed.further': '{guest} vous invite à « {title} ».',

  // A request that waits for the host
  'requested.heading': 'Votre demande a été transmise à {host}',
  'requested.moved_heading': 'Votre demande de nouveau créneau a été transmise à {host}',
  'requested.review': '{host} examine chaque demande.',
  'requested.held': 'Nous vous gardons le créneau jusqu’au {moment}.',
  'requested.answer': 'Nous vous enverrons la réponse par e-mail.',
  'declined.heading': '{host} n’est pas disponible sur ce créneau',
  'declined.text': 'Votre demande pour « {title} » a été refusée. Vous pouvez choisir un autre créneau.',
  'expired.heading': 'Votre demande a expiré',
  'expired.text':
    '{host} n’a pas confirmé à temps. Nous ne vous gardons donc plus ce créneau, mais vous pouvez en choisir un autre.',

  // Another time
  'rescheduled.heading': 'Votre rendez-vous avec {host} a été déplacé',
  'rescheduled.further_heading': 'Le rendez-vous avec {host} a été déplacé',
  'rescheduled.by_you': 'Vous avez déplacé « {title} ».',
  'rescheduled.by_name': '{name} a déplacé « {title} ».',
  'rescheduled.agreed': '{host} a confirmé le créneau que vous souhaitiez : « {title} » a été déplacé.',
  'rescheduled.links': 'Les liens des e-mails précédents restent valables.',
  'pick_time.heading': '{host} vous demande de choisir un autre créneau',
  'pick_time.text': '« {title} » reste à l’horaire prévu en attendant votre choix.',

  // The end
  'cancelled.heading': 'Votre rendez-vous avec {name} a été annulé',
  'cancelled.further_heading': 'Le rendez-vous avec {host} a été annulé',
  'cancelled.by_you': 'Vous avez annulé cette réservation.',
  'cancelled.by_host': '{host} a annulé cette réservation.',
  'cancelled.text': 'Cette réservation a été annulée.',
  'cancelled.further': '« {title} » n’aura pas lieu.',
  'removed.heading': 'Vous ne participez plus au rendez-vous avec {host}',
  'removed.text': '{host} a mis fin à votre participation à « {title} », et nous avons effacé votre adresse.',

  // Before the meeting
  'reminder.now': 'Votre rendez-vous avec {name} commence maintenant',
  'reminder.minutes': 'Votre rendez-vous avec {name} commence dans {count, plural, one {# minute} other {# minutes}}',
  'reminder.hours': 'Votre rendez-vous avec {name} commence dans {count, plural, one {# heure} other {# heures}}',
  'reminder.days': 'Votre rendez-vous avec {name} commence dans {count, plural, one {# jour} other {# jours}}',
  'reminder.text': 'Ceci est un rappel pour « {title} ».',
  'link_ready.heading': 'Le lien de votre rendez-vous est prêt',
  'link_ready.text': 'Voici le lien pour « {title} » avec {host}. L’horaire n’a pas changé.',

  // After the meeting
  'follow_up.heading': 'Merci pour ce rendez-vous avec {host}',
  'follow_up.text':
    'Nous espérons que « {title} » vous a été utile. Pour un nouveau rendez-vous, réservez un autre créneau.',

  // Another time that the guest of a confirmed booking asks for
  'proposed.heading': 'Vous avez demandé un nouveau créneau à {host}',
  'proposed.text': 'Vous avez demandé à déplacer « {title} » au {moment}.',
  'proposed.stays': 'En attendant la réponse, votre rendez-vous avec {host} reste à l’horaire prévu.',
  'proposed.held': 'Nous vous gardons le nouveau créneau jusqu’au {moment}.',
  'kept.heading': 'Votre rendez-vous avec {name} reste à l’horaire prévu',
  'kept.declined':
    '{host} n’est pas disponible le {moment}. « {title} » reste donc à l’horaire prévu. Vous pouvez demander un autre créneau.',
  'kept.expired':
    '{host} n’a pas confirmé à temps le créneau du {moment}. « {title} » reste donc à l’horaire prévu, et nous ne vous gardons plus le nouveau créneau.',
  'kept.withdrawn':
    'Vous avez retiré votre demande pour le {moment}. « {title} » reste donc à l’horaire prévu. Nous avons prévenu {host}.',

  // Why the reader gets the mail, and whose clock it follows
  'why.requested': 'Vous recevez cet e-mail car cette adresse a servi à demander un rendez-vous avec {host}.',
  'why.booked': 'Vous recevez cet e-mail car cette adresse a servi à réserver un rendez-vous avec {host}.',
  'why.further': 'Vous recevez cet e-mail car {guest} a ajouté cette adresse à un rendez-vous avec {host}.',
  'reply.host': 'Répondez à cet e-mail pour joindre {host}.',
  'reply.support': 'Les réponses à cet e-mail parviennent à l’assistance d’Insytical, et non à {host}.',
  'zone.reader': 'Horaires affichés dans votre fuseau horaire ({zone}).',
  'zone.further': 'Horaires affichés dans le fuseau horaire de la personne qui a réservé, {guest} ({zone}).',
} as const satisfies Translation<typeof english>;
