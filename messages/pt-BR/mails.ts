import type { mails as english } from '../en/mails.ts';
import type { Translation } from '../translate.ts';

/** The mails and calendar files of guests in Brazilian Portuguese, with “você”, in the words that `pages.ts` lists. */
export const mails = {
  // The frame of every mail
  'mail.sender': '{name} via Insytical',
  'mail.subject': '{badge}: {meeting}, {when}',
  'mail.subject.entry': '{meeting}, {when} – {badge}',
  'mail.preview': '{sentence} {when}.',
  'mail.gap': ' ',
  'mail.label': '{label}:',
  'mail.questions': 'Dúvidas?',

  // People and things that have no name of their own
  'name.host': 'Quem organiza',
  'name.guest': 'Quem agendou',
  'name.title': 'Reunião',
  'name.meeting': '{title} com {name}',
  'place.link': 'On-line',
  'place.phone': 'Ligação telefônica',
  'place.in_person': 'Presencial',
  'place.named': '{kind}: {place}',

  // Labels of what is listed below the time
  'label.when': 'Quando',
  'label.before': 'Antes',
  'label.what': 'O quê',
  'label.with': 'Com',
  'label.booked_by': 'Agendada por',
  'label.where': 'Onde',
  'label.call': 'Ligar para',
  'label.link': 'Link',
  'label.provider_link': 'Link do {provider}',
  'label.host_line': 'Mensagem de {host}',

  // What the reader can press
  'action.join': 'Entrar na reunião',
  'action.join_provider': 'Entrar na reunião do {provider}',
  'action.choose_time': 'Escolher outro horário',
  'action.book_again': 'Agendar outro horário',
  'action.reschedule': 'Reagendar',
  'action.cancel': 'Cancelar',
  'action.read_note': 'Ler a mensagem de {host}',
  'action.stop_reminders': 'Desativar os lembretes deste agendamento',
  'action.leave': 'Parar de receber estes e-mails e sair da reunião',

  // Calendars
  'calendar.attached': 'Um convite para a sua agenda está em anexo.',
  'calendar.updates': 'O convite em anexo atualiza a sua agenda.',
  'calendar.removes': 'O arquivo em anexo remove a reunião da sua agenda.',
  'calendar.add': 'Ainda não está na sua agenda? Adicione a:',
  'calendar.change': 'Reagendar ou cancelar',
  'calendar.link_follows': 'Enviaremos o link da reunião por e-mail.',
  'calendar.call': 'Ligar para {number}',
  'calendar.over': 'Esta reunião não vai acontecer.',
  'calendar.removed': 'Você não participa mais desta reunião.',
  'calendar.join': 'Entrar: {url}',
  'calendar.use_mail': 'Para reagendar ou cancelar, use os links do seu e-mail.',

  // Where to meet
  'meet.called': '{kind}: {name} vai ligar para você no número {number}',
  'meet.guest_called': '{kind}: {host} vai ligar para {guest}',
  'meet.link_with_confirmation': 'Você receberá o link da reunião com a confirmação.',
  'meet.number_with_confirmation': 'Você receberá o número de telefone com a confirmação.',
  'meet.address_with_confirmation': 'Você receberá o endereço com a confirmação.',
  'meet.creating_link':
    'Ainda estamos criando o link do {provider}. Seu agendamento está confirmado, e enviaremos o link por e-mail assim que estiver pronto.',
  'meet.no_link':
    'Ainda não há link do {provider}. Seu agendamento está confirmado, e avisamos {host}. Você receberá o link de nós ou de {host}. Se ele não chegar até pouco antes da reunião, fale com {host}.',

  // Until when a guest can change a booking
  'change.until': 'Você pode reagendar ou cancelar até {moment}. Depois disso, fale com {host}.',
  'change.over': 'Para reagendar ou cancelar agora, fale com {host}.',

  // What happened, in a word or two
  'badge.confirmed': 'Confirmada',
  'badge.requested': 'Solicitada',
  'badge.new_time_requested': 'Novo horário solicitado',
  'badge.declined': 'Recusada',
  'badge.not_confirmed': 'Não confirmada',
  'badge.rescheduled': 'Reagendada',
  'badge.cancelled': 'Cancelada',
  'badge.reminder': 'Lembrete',
  'badge.link': 'Link da reunião',
  'badge.provider_link': 'Link do {provider}',
  'badge.pick_time': 'Escolha outro horário',
  'badge.time_unchanged': 'Horário mantido',
  'badge.invitation': 'Convite',
  'badge.removed': 'Participação cancelada',
  'badge.follow_up': 'Agradecimento',

  // Confirmed
  'confirmed.heading': 'Você tem uma reunião com {name}',
  'confirmed.text': 'Seu agendamento de “{title}” está confirmado.',
  'confirmed.further': '{guest} adicionou você a “{title}”.',

  // A request that waits for the host
  'requested.heading': 'Sua solicitação está com {host}',
  'requested.moved_heading': 'Sua solicitação de novo horário está com {host}',
  'requested.review': '{host} analisa cada solicitação.',
  'requested.held': 'O horário está reservado para você até {moment}.',
  'requested.answer': 'Avisaremos por e-mail assim que houver uma resposta.',
  'declined.heading': '{host} não pode neste horário',
  'declined.text': 'Sua solicitação para “{title}” foi recusada. Você pode escolher outro horário.',
  'expired.heading': 'Sua solicitação expirou',
  'expired.text':
    '{host} não confirmou a tempo, e o horário não está mais reservado para você. Você pode escolher outro.',

  // Another time
  'rescheduled.heading': 'Sua reunião com {host} foi reagendada',
  'rescheduled.further_heading': 'A reunião com {host} foi reagendada',
  'rescheduled.by_you': 'Você reagendou “{title}”.',
  'rescheduled.by_name': '{name} reagendou “{title}”.',
  'rescheduled.agreed': '{host} confirmou o horário que você pediu, e a reunião “{title}” foi reagendada.',
  'rescheduled.links': 'Os links dos e-mails anteriores continuam funcionando.',
  'pick_time.heading': '{host} pede que você escolha outro horário',
  'pick_time.text': '“{title}” continua no horário atual até você escolher um novo.',

  // The end
  'cancelled.heading': 'Sua reunião com {name} foi cancelada',
  'cancelled.further_heading': 'A reunião com {host} foi cancelada',
  'cancelled.by_you': 'Você cancelou este agendamento.',
  'cancelled.by_host': '{host} cancelou este agendamento.',
  'cancelled.text': 'Este agendamento foi cancelado.',
  'cancelled.further': '“{title}” não vai acontecer.',
  'removed.heading': 'Você não participa mais da reunião com {host}',
  'removed.text': '{host} removeu você de “{title}”, e apagamos o seu endereço.',

  // Before the meeting
  'reminder.now': 'Sua reunião com {name} começa agora',
  'reminder.minutes': 'Sua reunião com {name} começa em {count, plural, one {# minuto} other {# minutos}}',
  'reminder.hours': 'Sua reunião com {name} começa em {count, plural, one {# hora} other {# horas}}',
  'reminder.days': 'Sua reunião com {name} começa em {count, plural, one {# dia} other {# dias}}',
  'reminder.text': 'Este é um lembrete de “{title}”.',
  'link_ready.heading': 'O link da sua reunião está pronto',
  'link_ready.text': 'Aqui está o link para “{title}” com {host}. O horário não mudou.',

  // After the meeting
  'follow_up.heading': 'Agradecemos pela reunião com {host}',
  'follow_up.text': 'Esperamos que “{title}” tenha valido a pena. Quando quiser outra reunião, agende outro horário.',

  // Another time that the guest of a confirmed booking asks for
  'proposed.heading': 'Você pediu um novo horário a {host}',
  'proposed.text': 'Você pediu para reagendar “{title}” para {moment}.',
  'proposed.stays': 'Sua reunião continua no horário atual até a confirmação de {host}.',
  'proposed.held': 'O novo horário está reservado para você até {moment}.',
  'kept.heading': 'Sua reunião com {name} continua no horário atual',
  'kept.declined':
    '{host} não pode no horário que você pediu: {moment}. Por isso, “{title}” continua no horário atual. Você pode pedir outro.',
  'kept.expired':
    '{host} não confirmou a tempo o novo horário: {moment}. Por isso, “{title}” continua no horário atual, e o novo não está mais reservado para você.',
  'kept.withdrawn':
    'Você retirou a sua solicitação para {moment}. Por isso, “{title}” continua no horário atual. Avisamos {host}.',

  // Why the reader gets the mail, and whose clock it follows
  'why.requested': 'Você está recebendo este e-mail porque uma reunião com {host} foi solicitada com este endereço.',
  'why.booked': 'Você está recebendo este e-mail porque uma reunião com {host} foi agendada com este endereço.',
  'why.further': 'Você está recebendo este e-mail porque {guest} adicionou este endereço a uma reunião com {host}.',
  'reply.host': 'Responda para falar com {host}.',
  'reply.support': 'As respostas a este e-mail chegam ao suporte da Insytical, e não a {host}.',
  'zone.reader': 'Os horários são exibidos no seu fuso horário ({zone}).',
  'zone.further': 'Os horários são exibidos no fuso horário de {guest} ({zone}).',
} as const satisfies Translation<typeof english>;
