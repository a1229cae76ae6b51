/**
 * Keys and arguments: `messages/en/mails.ts`; the words are those of `pages.ts`. Readers are addressed in the plural;
 * what people did is said in the passive or by a verbal noun, since their gender is unknown. `mail/texts.ts` fences
 * off whatever is written from left to right.
 */
export const mails = {
  'mail.sender': '{name} عبر Insytical',
  'mail.subject': '{badge}: {meeting}، {when}',
  'mail.subject.entry': '{meeting}، {when} – {badge}',
  'mail.preview': '{sentence} {when}.',
  'mail.gap': ' ',
  'mail.label': '{label}:',
  'mail.questions': 'هل لديكم أسئلة؟',

  'name.host': 'المضيف',
  'name.guest': 'الضيف',
  'name.title': 'اجتماع',
  'name.meeting': '{title} مع {name}',
  'place.link': 'عبر الإنترنت',
  'place.phone': 'مكالمة هاتفية',
  'place.in_person': 'حضوريًا',
  'place.named': '{kind}: {place}',

  'label.when': 'الموعد',
  'label.before': 'الموعد السابق',
  'label.what': 'الموضوع',
  'label.with': 'مع',
  'label.booked_by': 'الحجز باسم',
  'label.where': 'المكان',
  'label.call': 'رقم الاتصال',
  'label.link': 'الرابط',
  'label.provider_link': 'رابط {provider}',

  'action.join': 'الانضمام إلى الاجتماع',
  'action.join_provider': 'الانضمام إلى الاجتماع عبر {provider}',
  'action.choose_time': 'اختيار موعد آخر',
  'action.reschedule': 'تغيير الموعد',
  'action.cancel': 'الإلغاء',
  'action.read_note': 'قراءة رسالة {host}',
  'action.stop_reminders': 'إيقاف التذكيرات لهذا الحجز',
  'action.leave': 'إيقاف هذه الرسائل والانسحاب من الاجتماع',

  'calendar.attached': 'أُرفقت بهذه الرسالة دعوة للتقويم.',
  'calendar.updates': 'الدعوة المرفقة تحدّث التقويم لديكم.',
  'calendar.removes': 'الملف المرفق يحذف الاجتماع من التقويم لديكم.',
  'calendar.add': 'لم يُضَف الاجتماع إلى التقويم بعد؟ يمكن إضافته إلى:',
  'calendar.change': 'تغيير الموعد أو الإلغاء',
  'calendar.link_follows': 'سنرسل رابط الانضمام بالبريد الإلكتروني.',
  'calendar.call': 'الاتصال بالرقم {number}',
  'calendar.over': 'لن يُعقد هذا الاجتماع.',
  'calendar.removed': 'أُلغيت دعوتكم إلى هذا الاجتماع.',
  'calendar.join': 'الانضمام: {url}',
  'calendar.use_mail': 'لتغيير الموعد أو الإلغاء، يُرجى استخدام الروابط في رسالة البريد الإلكتروني.',

  'meet.called': '{kind}: سيصلكم اتصال من {name} على الرقم {number}',
  'meet.guest_called': '{kind}: اتصال من {host} إلى {guest}',
  'meet.link_with_confirmation': 'سيصلكم رابط الانضمام مع التأكيد.',
  'meet.number_with_confirmation': 'سيصلكم رقم الهاتف مع التأكيد.',
  'meet.address_with_confirmation': 'سيصلكم العنوان مع التأكيد.',
  'meet.creating_link': 'ما زال رابط {provider} قيد الإنشاء. حجزكم مؤكد، وسنرسل الرابط بالبريد الإلكتروني فور جاهزيته.',
  'meet.no_link':
    'لا يوجد رابط {provider} بعد. حجزكم مؤكد، وقد تم إبلاغ {host} بذلك. سيصلكم الرابط منّا أو من {host}. إذا لم يصل قبيل الاجتماع، فيُرجى الرد على هذه الرسالة.',

  'change.until': 'يمكنكم تغيير الموعد أو الإلغاء حتى {moment}. وبعد ذلك يُرجى الرد على هذه الرسالة.',
  'change.over': 'لتغيير الموعد أو الإلغاء الآن، يُرجى الرد على هذه الرسالة.',

  'badge.confirmed': 'تم التأكيد',
  'badge.requested': 'تم إرسال الطلب',
  'badge.new_time_requested': 'طلب موعد جديد',
  'badge.declined': 'لم يُقبل الطلب',
  'badge.not_confirmed': 'لم يتم التأكيد',
  'badge.rescheduled': 'تم تغيير الموعد',
  'badge.cancelled': 'تم الإلغاء',
  'badge.reminder': 'تذكير',
  'badge.link': 'رابط الاجتماع',
  'badge.provider_link': 'رابط {provider}',
  'badge.pick_time': 'يُرجى اختيار موعد آخر',
  'badge.time_unchanged': 'الموعد كما هو',
  'badge.invitation': 'دعوة',
  'badge.removed': 'أُلغيت الدعوة',

  'confirmed.heading': 'لديكم اجتماع مع {name}',
  'confirmed.text': 'تم تأكيد حجزكم لاجتماع «{title}».',
  'confirmed.further': 'تمت إضافتكم إلى «{title}» من جانب {guest}.',

  'requested.heading': 'تم إرسال طلبكم إلى {host}',
  'requested.moved_heading': 'تم إرسال الموعد الجديد إلى {host}',
  'requested.review': 'تخضع كل الطلبات لموافقة {host}.',
  'requested.held': 'نحتفظ لكم بهذا الموعد حتى {moment}.',
  'requested.answer': 'سنراسلكم بالبريد الإلكتروني فور وصول الرد.',
  'declined.heading': 'هذا الموعد لا يناسب {host}',
  'declined.text': 'نأسف لعدم قبول طلبكم بخصوص «{title}». يمكنكم اختيار موعد آخر.',
  'expired.heading': 'انتهت صلاحية طلبكم',
  'expired.text':
    'لم يصل التأكيد من {host} في الوقت المناسب، لذلك لم نعد نحتفظ لكم بهذا الموعد. يمكنكم اختيار موعد آخر.',

  'rescheduled.heading': 'تم تغيير موعد اجتماعكم مع {host}',
  'rescheduled.further_heading': 'تم تغيير موعد الاجتماع مع {host}',
  'rescheduled.by_you': 'لقد غيّرتم موعد «{title}».',
  'rescheduled.by_name': 'تم تغيير موعد «{title}» من جانب {name}.',
  'rescheduled.agreed': 'وصل تأكيد {host} للموعد الجديد الذي طلبتموه، وتغيّر موعد «{title}».',
  'rescheduled.links': 'تبقى الروابط في الرسائل السابقة صالحة.',
  'pick_time.heading': 'طلب من {host}: يُرجى اختيار موعد آخر',
  'pick_time.text': 'يبقى موعد «{title}» كما هو إلى أن تختاروا موعدًا جديدًا.',

  'cancelled.heading': 'تم إلغاء اجتماعكم مع {name}',
  'cancelled.further_heading': 'تم إلغاء الاجتماع مع {host}',
  'cancelled.by_you': 'لقد ألغيتم هذا الحجز.',
  'cancelled.by_host': 'تم إلغاء هذا الحجز من جانب {host}.',
  'cancelled.text': 'تم إلغاء هذا الحجز.',
  'cancelled.further': 'لن يُعقد اجتماع «{title}».',
  'removed.heading': 'أُلغيت دعوتكم إلى الاجتماع مع {host}',
  'removed.text': 'أُلغيت دعوتكم إلى «{title}» من جانب {host}، وقد حذفنا عنوان بريدكم الإلكتروني.',

  'reminder.now': 'يبدأ اجتماعكم مع {name} الآن',
  'reminder.minutes':
    'يبدأ اجتماعكم مع {name} بعد {count, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
  'reminder.hours':
    'يبدأ اجتماعكم مع {name} بعد {count, plural, zero {# ساعة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}',
  'reminder.days':
    'يبدأ اجتماعكم مع {name} بعد {count, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
  'reminder.text': 'هذا تذكير باجتماع «{title}».',
  'link_ready.heading': 'رابط اجتماعكم جاهز',
  'link_ready.text': 'إليكم رابط «{title}» مع {host}. لم يتغيّر الموعد.',

  'proposed.heading': 'لقد طلبتم موعدًا جديدًا من {host}',
  'proposed.text': 'لقد طلبتم تغيير موعد «{title}» إلى {moment}.',
  'proposed.stays': 'يبقى موعد اجتماعكم كما هو إلى أن يصل التأكيد من {host}.',
  'proposed.held': 'نحتفظ لكم بالموعد الجديد حتى {moment}.',
  'kept.heading': 'يبقى موعد اجتماعكم مع {name} كما هو',
  'kept.declined': 'الموعد المقترح – {moment} – لا يناسب {host}، لذلك يبقى موعد «{title}» كما هو. يمكنكم طلب موعد آخر.',
  'kept.expired':
    'لم يصل تأكيد الموعد المقترح – {moment} – من {host} في الوقت المناسب، لذلك يبقى موعد «{title}» كما هو. ولم نعد نحتفظ لكم بالموعد الجديد.',
  'kept.withdrawn':
    'لقد سحبتم طلب الموعد الجديد – {moment} – لذلك يبقى موعد «{title}» كما هو. وقد تم إبلاغ {host} بذلك.',

  'why.requested':
    'تصلكم هذه الرسالة لأن هذا العنوان استُخدم لطلب اجتماع مع {host}. للتواصل مع {host}، يكفي الرد على هذه الرسالة.',
  'why.booked':
    'تصلكم هذه الرسالة لأن هذا العنوان استُخدم لحجز اجتماع مع {host}. للتواصل مع {host}، يكفي الرد على هذه الرسالة.',
  'why.further':
    'تصلكم هذه الرسالة لأن هذا العنوان أُضيف من جانب {guest} إلى اجتماع مع {host}. للتواصل مع {host}، يكفي الرد على هذه الرسالة.',
  'zone.reader': 'الأوقات معروضة حسب {zone}.',
  'zone.further': 'الأوقات معروضة حسب المنطقة الزمنية لدى {guest} ({zone}).',
} as const;
