import type { hostMails as english } from '../en/host-mails.ts';
import type { Translation } from '../translate.ts';

/** What only hosts read in mails about their bookings, in German; in the words of `host.ts`. */
export const hostMails = {
  'host.label.email': 'E-Mail',
  'host.label.guests': '{count, plural, one {Weiterer Gast} other {Weitere Gäste}}',
  'host.label.own_note': 'Nachricht von Ihnen',
  'host.label.note': 'Nachricht von {guest}',
  'host.further_guest': '{name} ({address})',

  'host.answer.yes': 'Ja',
  'host.answer.no': 'Nein',

  'host.action.answer': 'Bestätigen oder ablehnen',
  'host.action.connect': '{provider} verbinden',
  'host.action.reconnect': '{provider} neu verbinden',
  'host.action.open': 'Buchung öffnen',
  'host.calendar.booking': 'Ihre Buchung',

  'host.badge.new_booking': 'Neue Buchung',
  'host.badge.please_confirm': 'Bitte bestätigen',
  'host.badge.no_link': 'Kein Link',

  'host.confirmed.by_you': 'Sie haben „{title}“ bestätigt, und {guest} weiß Bescheid.',
  'host.booked.by_you': 'Sie haben „{title}“ für {guest} gebucht, und {guest} weiß Bescheid.',
  'host.booked.by_guest': '{guest} hat „{title}“ bei Ihnen gebucht.',

  'host.requested.heading': 'Neue Anfrage von {guest}',
  'host.requested.text': '{guest} möchte „{title}“ buchen.',
  'host.requested.moved_heading': '{guest} bittet um eine andere Zeit',
  'host.requested.moved_by_you': 'Sie haben die Anfrage von {guest} zu „{title}“ verschoben.',
  'host.requested.moved_by_guest': '{guest} möchte „{title}“ verschieben.',
  'host.requested.answer': 'Bitte bestätigen Sie oder lehnen Sie ab.',
  'host.requested.answer_by': 'Bitte antworten Sie bis {moment}. Danach wird die Zeit wieder frei.',
  'host.declined.heading': 'Sie haben die Anfrage von {guest} abgelehnt',
  'host.declined.text': '{guest} weiß Bescheid, und die Zeit ist wieder frei.',
  'host.expired.heading': 'Die Anfrage von {guest} ist abgelaufen',
  'host.expired.text': 'Sie haben nicht rechtzeitig bestätigt. Die Zeit ist wieder frei, und {guest} weiß Bescheid.',

  'host.rescheduled.heading': '„{title}“ wurde verschoben',
  'host.rescheduled.agreed': 'Sie haben die Wunschzeit von {guest} bestätigt, und {guest} weiß Bescheid.',
  'host.rescheduled.by_guest': '{guest} hat das Meeting verschoben.',
  'host.rescheduled.at_provider':
    'Das Meeting wurde in {provider} verschoben. Deshalb haben wir auch die Buchung verschoben und {guest} Bescheid gegeben.',
  'host.rescheduled.by_you': 'Sie haben das Meeting verschoben, und {guest} weiß Bescheid.',

  'host.cancelled.by_guest': '{guest} hat diese Buchung storniert.',
  'host.cancelled.at_provider':
    'Das Meeting wurde in {provider} gelöscht. Deshalb haben wir die Buchung storniert und {guest} Bescheid gegeben.',
  'host.cancelled.by_you': 'Sie haben diese Buchung storniert, und {guest} weiß Bescheid.',
  'host.cancelled.text': 'Diese Buchung wurde storniert, und {guest} weiß Bescheid.',
  'host.cancelled.slot': 'Die Zeit ist wieder frei.',

  'host.link_ready.heading': 'Der Meeting-Link für {guest} ist bereit',
  'host.link_ready.provider_heading': 'Der {provider}-Link für {guest} ist bereit',
  'host.link_ready.text': 'Er steht bei der Buchung, und wir schicken ihn auch {guest} per E-Mail.',

  // A booking without a link: why, how it is, what to do
  'host.no_link.heading': 'Die Buchung von {guest} hat keinen {provider}-Link',
  'host.no_link.text': 'Es geht um „{title}“. {guest} weiß, dass der Link folgt.',
  'host.no_link.guest_gets_link': 'Ihr Gast bekommt den Link, sobald Sie bestätigen.',
  'host.no_link.not_connected': 'Sie haben {provider} nicht verbunden.',
  'host.no_link.disconnected': 'Sie haben die Verbindung mit {provider} getrennt.',
  'host.no_link.uninstalled': 'Insytical wurde aus Ihrem {provider}-Konto entfernt.',
  'host.no_link.token_dead': '{provider} hat uns den Zugriff entzogen.',
  'host.no_link.not_requested': 'Bei der Buchung war {provider} nicht verbunden.',
  'host.no_link.no_link': '{provider} hat das Meeting ohne Link erstellt.',
  'host.no_link.removed_by_host': 'Sie haben das Meeting in {provider} gelöscht.',
  'host.no_link.not_yet': 'Es gibt noch keinen {provider}-Link.',
  'host.no_link.confirmed': 'Die Buchung ist bestätigt, hat aber keinen Link.',
  'host.no_link.connect':
    'Verbinden Sie {provider}, öffnen Sie dann die Buchung und klicken Sie auf „Bestätigung erneut senden“: Dann erstellen wir das Meeting und verschicken den Link per E-Mail.',
  'host.no_link.reconnect':
    'Verbinden Sie {provider} neu, dann erstellen wir den Link automatisch und verschicken ihn per E-Mail.',
  'host.no_link.resend':
    'Öffnen Sie die Buchung und klicken Sie auf „Bestätigung erneut senden“: Dann erstellen wir das Meeting und verschicken den Link per E-Mail.',
  'host.no_link.wait': 'Wir schicken ihn Ihnen und {guest} per E-Mail, sobald er bereit ist.',
  'host.no_link.paste':
    'Oder fügen Sie bei der Buchung einen eigenen Meeting-Link ein, dann schicken wir ihn {guest} per E-Mail.',

  // A change at the provider that the booking did not follow
  'host.moved.badge': 'In {provider} verschoben',
  'host.moved.heading': '{provider}-Meeting und Buchung stimmen nicht überein',
  'host.moved.as_set':
    'Das Meeting wurde in {provider} auf {when} verschoben. Wie in Ihrem Konto eingestellt, behält die Buchung ihre Zeit (siehe unten), und wir haben {guest} nichts mitgeteilt.',
  'host.moved.as_set_advice':
    'Verschieben Sie die Buchung auf die neue Zeit, oder verschieben Sie das Meeting in {provider} zurück.',
  'host.moved.impossible':
    'Das Meeting wurde in {provider} auf {when} verschoben. Die Buchung konnte nicht folgen, weil diese Zeit schon gebucht oder vorbei ist. Sie behält ihre Zeit (siehe unten), und wir haben {guest} nichts mitgeteilt.',
  'host.moved.impossible_advice':
    'Verschieben Sie das Meeting in {provider} zurück, oder verschieben Sie die Buchung auf eine Zeit, die Ihnen beiden passt.',
  'host.timeless.badge': 'Ohne Uhrzeit in {provider}',
  'host.timeless.heading': 'Das {provider}-Meeting hat keine Uhrzeit',
  'host.timeless.text':
    'Das Meeting wurde in {provider} geändert und hat dort keine Uhrzeit mehr. Die Buchung behält ihre Zeit (siehe unten), ihr Link funktioniert weiter, und wir haben {guest} nichts mitgeteilt.',
  'host.timeless.advice': 'Wenn Sie die Zeit ändern möchten, tun Sie es bei der Buchung.',
  'host.deleted.badge': 'In {provider} gelöscht',
  'host.deleted.heading': 'Das {provider}-Meeting wurde gelöscht',
  'host.deleted.text':
    'Wie in Ihrem Konto eingestellt, haben wir die Buchung mit {guest} behalten. Ihr Link funktioniert nicht mehr, und wir haben {guest} nichts mitgeteilt.',
  'host.deleted.advice':
    'Öffnen Sie die Buchung und klicken Sie auf „Bestätigung erneut senden“, um ein neues Meeting zu erstellen und seinen Link zu verschicken, oder stornieren Sie die Buchung.',
  'host.restored.badge': 'Zurück in {provider}',
  'host.restored.heading': 'Das {provider}-Meeting einer beendeten Buchung ist wieder da',
  'host.restored.text':
    'Die Buchung mit {guest} ist beendet, aber ihr Meeting wurde in {provider} wiederhergestellt. Wir haben es dort gelassen und {guest} nichts mitgeteilt.',
  'host.restored.advice':
    'Wenn Sie es nicht brauchen, löschen Sie es in {provider}. Möchten Sie sich noch treffen, buchen Sie eine neue Zeit.',

  // Another time that the guest of a confirmed booking asks for
  'host.proposed.text': '{guest} möchte „{title}“ auf {moment} verschieben.',
  'host.proposed.answer': 'Bitte bestätigen Sie oder lehnen Sie ab. Bis Sie bestätigen, behält das Meeting seine Zeit.',
  'host.proposed.answer_by': 'Bitte antworten Sie bis {moment}. Bis Sie bestätigen, behält das Meeting seine Zeit.',
  'host.kept.declined': 'Sie haben {moment} abgelehnt. {guest} weiß Bescheid, und diese Zeit ist wieder frei.',
  'host.kept.expired':
    'Sie haben auf die Anfrage von {guest} für {moment} nicht rechtzeitig geantwortet. {guest} weiß Bescheid, und diese Zeit ist wieder frei.',
  'host.kept.withdrawn': '{guest} bittet nicht mehr um {moment}. Diese Zeit ist wieder frei.',

  'host.why': 'Sie bekommen diese E-Mail, weil diese Buchung zu Ihrem Konto gehört. Antworten gehen an Ihren Gast.',

  // What no longer works
  'trouble.last_integrations': 'Dies ist unsere letzte Erinnerung. Auf der Seite „Integrationen“ steht es weiterhin.',
  'trouble.last_availability': 'Dies ist unsere letzte Erinnerung. Auf der Seite „Verfügbarkeit“ steht es weiterhin.',

  'trouble.connection.badge': 'Neu verbinden nötig',
  'trouble.connection.uninstalled':
    '{days, plural, =0 {Insytical wurde aus Ihrem {provider}-Konto {account} entfernt.} one {Insytical wurde vor einem Tag aus Ihrem {provider}-Konto {account} entfernt.} other {Insytical wurde vor # Tagen aus Ihrem {provider}-Konto {account} entfernt.}}',
  'trouble.connection.connected_elsewhere':
    '{days, plural, =0 {Ihr {provider}-Konto {account} wurde in einem anderen Insytical-Konto verbunden, und {provider} lässt nur die neueste Verbindung zu.} one {Ihr {provider}-Konto {account} wurde vor einem Tag in einem anderen Insytical-Konto verbunden, und {provider} lässt nur die neueste Verbindung zu.} other {Ihr {provider}-Konto {account} wurde vor # Tagen in einem anderen Insytical-Konto verbunden, und {provider} lässt nur die neueste Verbindung zu.}}',
  'trouble.connection.token_dead':
    '{days, plural, =0 {{provider} hat uns den Zugriff auf {account} entzogen. Das geschieht nach einer Passwortänderung oder wenn der Zugriff abläuft.} one {{provider} hat uns vor einem Tag den Zugriff auf {account} entzogen. Das geschieht nach einer Passwortänderung oder wenn der Zugriff abläuft.} other {{provider} hat uns vor # Tagen den Zugriff auf {account} entzogen. Das geschieht nach einer Passwortänderung oder wenn der Zugriff abläuft.}}',
  'trouble.connection.bookings':
    '{count, plural, =0 {Sie können weiterhin gebucht werden, aber neue Buchungen bekommen keinen {provider}-Link.} one {Sie können weiterhin gebucht werden, aber # bevorstehende Buchung hat deshalb keinen {provider}-Link.} other {Sie können weiterhin gebucht werden, aber # bevorstehende Buchungen haben deshalb keinen {provider}-Link.}}',
  'trouble.connection.new_links': 'Verbinden Sie {provider} neu, dann bekommen neue Buchungen wieder ihren Link.',
  'trouble.connection.missing_links':
    'Verbinden Sie {provider} neu, dann erstellen wir die fehlenden Links automatisch und schicken sie Ihnen und Ihren Gästen per E-Mail, das früheste Meeting zuerst.',
  'trouble.connection.account': 'Konto',
  'trouble.connection.access': 'Ansehen, wer in {provider} Zugriff hat',
  'trouble.connection.why': 'Sie bekommen diese E-Mail, weil Sie {provider} mit Insytical verbunden haben.',

  'trouble.calendar.badge': 'Kalender nicht lesbar',
  'trouble.calendar.heading': 'Wir können Ihren Kalender nicht lesen',
  'trouble.calendar.unread':
    '{days, plural, =0 {Seit einer Stunde können wir Ihren Kalender „{name}“ nicht lesen.} one {Seit einem Tag können wir Ihren Kalender „{name}“ nicht lesen.} other {Seit # Tagen können wir Ihren Kalender „{name}“ nicht lesen.}}',
  'trouble.calendar.not_found': 'Unter seiner Adresse ist nichts mehr zu finden: Vielleicht wurde sie zurückgesetzt.',
  'trouble.calendar.no_access': 'Der Server hat den Zugriff verweigert.',
  'trouble.calendar.bad_answer': 'Der Server hat mit einem Fehler geantwortet.',
  'trouble.calendar.unreachable': 'Der Server war nicht erreichbar.',
  'trouble.calendar.timeout': 'Der Server hat zu lange nicht geantwortet.',
  'trouble.calendar.too_large': 'Er ist zu groß.',
  'trouble.calendar.too_many_redirects': 'Seine Adresse leitet zu oft weiter.',
  'trouble.calendar.not_public': 'Seine Adresse ist aus dem Internet nicht erreichbar.',
  'trouble.calendar.not_a_calendar': 'Unter seiner Adresse liegt keine Kalenderdatei.',
  'trouble.calendar.failed': 'Das Lesen ist bei uns fehlgeschlagen.',
  'trouble.calendar.no_times':
    'Da wir ihn noch nie gelesen haben, wissen wir nicht, wann Sie beschäftigt sind. Bis wir ihn lesen können, ist keine Zeit buchbar.',
  'trouble.calendar.old_times':
    'Die zuletzt gelesenen Termine blockieren weiterhin Ihre Zeiten. Neuere Änderungen in diesem Kalender fehlen.',
  'trouble.calendar.advice':
    'Wir versuchen es weiter. Prüfen Sie die Adresse, oder verwenden Sie diesen Kalender nicht mehr, um Ihre Zeiten ohne ihn anzubieten.',
  'trouble.calendar.open': 'Verfügbarkeit öffnen',
  'trouble.calendar.name': 'Kalender',
  'trouble.calendar.last_read': 'Zuletzt gelesen',
  'trouble.calendar.never': 'Noch nie',
  'trouble.calendar.why': 'Sie bekommen diese E-Mail, weil dieser Kalender Zeiten auf Ihrer Buchungsseite blockiert.',

  'trouble.webhook.badge': 'Webhook angehalten',
  'trouble.webhook.heading': 'Wir haben Ihren Webhook angehalten',
  'trouble.webhook.failing':
    'Seit drei Tagen ist jede Zustellung an Ihren Webhook bei {server} fehlgeschlagen. Wir haben ihn angehalten.',
  'trouble.webhook.gone':
    'Ihr Webhook bei {server} hat geantwortet, dass es ihn nicht mehr gibt (410). Wir haben ihn angehalten.',
  'trouble.webhook.kept':
    'Was jetzt geschieht, heben wir 30 Tage auf und stellen es der Reihe nach zu, sobald Sie ihn fortsetzen.',
  'trouble.webhook.advice':
    'Prüfen Sie Ihr System und setzen Sie dann den Webhook fort, oder löschen Sie ihn, wenn Sie ihn nicht mehr brauchen.',
  'trouble.webhook.open': 'Integrationen öffnen',
  'trouble.webhook.server': 'Server',
  'trouble.webhook.why': 'Sie bekommen diese E-Mail, weil dieser Webhook von Ihren Buchungen erfährt.',

  'account.action.sign_up': 'Konto erstellen',
  'account.action.login': 'Anmelden',
  'account.action.password': 'Neues Passwort festlegen',
  'account.action.settings': 'Kontoeinstellungen öffnen',
  'account.action.contact': 'Diese Adresse bestätigen',
  'account.sign_up.badge': 'Konto erstellen',
  'account.sign_up.heading': 'Erstellen Sie Ihr Insytical-Konto',
  'account.sign_up.advice':
    'Über den Link wählen Sie einen Namen und ein Passwort. Er gilt einmal, einen Tag lang. Wenn Sie ihn nicht angefordert haben, ignorieren Sie diese E-Mail: Es wird kein Konto erstellt.',
  'account.sign_up.why':
    'Sie erhalten diese E-Mail, weil mit dieser Adresse ein Insytical-Konto erstellt werden sollte.',
  'account.account_exists.badge': 'Anmelden',
  'account.account_exists.heading': 'Sie haben schon ein Insytical-Konto',
  'account.account_exists.advice':
    'Zu dieser Adresse gibt es schon ein Konto. Mit dem Link melden Sie sich an. Er gilt einmal, 10 Minuten lang. Wenn Sie ihn nicht angefordert haben, ignorieren Sie diese E-Mail.',
  'account.account_exists.why':
    'Sie erhalten diese E-Mail, weil mit dieser Adresse ein Insytical-Konto erstellt werden sollte.',
  'account.no_account.badge': 'Kein Konto',
  'account.no_account.heading': 'Zu dieser Adresse gibt es kein Insytical-Konto',
  'account.no_account.advice':
    'Wenn Sie Ihr Konto mit einer anderen Adresse erstellt haben, melden Sie sich mit jener an. Um mit dieser Adresse ein Konto zu erstellen, folgen Sie dem Link. Er gilt einmal, einen Tag lang. Wenn Sie ihn nicht angefordert haben, ignorieren Sie diese E-Mail.',
  'account.no_account.why':
    'Sie erhalten diese E-Mail, weil mit dieser Adresse eine Anmeldung bei Insytical versucht wurde.',
  'account.login.badge': 'Anmelden',
  'account.login.heading': 'Ihr Link zur Anmeldung bei Insytical',
  'account.login.advice':
    'Er gilt einmal, 10 Minuten lang. Wenn Sie ihn nicht angefordert haben, ignorieren Sie diese E-Mail.',
  'account.login.why':
    'Sie erhalten diese E-Mail, weil mit dieser Adresse eine Anmeldung bei Insytical begonnen wurde.',
  'account.password.badge': 'Passwort',
  'account.password.heading': 'Legen Sie ein neues Passwort für Insytical fest',
  'account.password.advice':
    'Der Link gilt einmal, eine Stunde lang. Wenn Sie ihn nicht angefordert haben, ignorieren Sie diese E-Mail: Ihr Passwort bleibt, wie es ist.',
  'account.password.why': 'Sie erhalten diese E-Mail, weil für diese Adresse ein neues Passwort angefordert wurde.',
  'account.password_changed.badge': 'Passwort geändert',
  'account.password_changed.heading': 'Ihr Insytical-Passwort wurde geändert',
  'account.password_changed.advice':
    'Sie sind in jedem anderen Browser abgemeldet, und frühere Anmeldelinks gelten nicht mehr. Wenn Sie das nicht waren, legen Sie jetzt ein neues Passwort fest.',
  'account.password_changed.why': 'Sie erhalten diese E-Mail, weil das Passwort Ihres Insytical-Kontos geändert wurde.',
  'account.login_added.badge': 'Neuer Weg zur Anmeldung',
  'account.login_added.heading': 'Ein weiteres Konto kann sich jetzt bei Ihrem anmelden',
  'account.login_added.advice':
    'Sie können sich ab jetzt mit Ihrem Google- oder Microsoft-Konto bei Insytical anmelden. Wenn Sie das nicht waren, entfernen Sie es in Ihren Kontoeinstellungen und ändern Sie Ihr Passwort.',
  'account.login_added.why':
    'Sie erhalten diese E-Mail, weil Ihrem Insytical-Konto ein Google- oder Microsoft-Konto hinzugefügt wurde.',
  'account.two_step_on.badge': 'Bestätigung in zwei Schritten',
  'account.two_step_on.heading': 'Die Bestätigung in zwei Schritten wurde eingeschaltet',
  'account.two_step_on.advice':
    'Zum Anmelden brauchen Sie jetzt zusätzlich einen Code aus Ihrer Authenticator-App. In jedem anderen Browser sind Sie abgemeldet. Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort.',
  'account.two_step_on.why':
    'Sie erhalten diese E-Mail, weil für Ihr Insytical-Konto die Bestätigung in zwei Schritten eingeschaltet wurde.',
  'account.two_step_off.badge': 'Bestätigung in zwei Schritten',
  'account.two_step_off.heading': 'Die Bestätigung in zwei Schritten wurde ausgeschaltet',
  'account.two_step_off.advice':
    'Zum Anmelden brauchen Sie keinen Code mehr, und Ihre Backup-Codes gelten nicht mehr. Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort.',
  'account.two_step_off.why':
    'Sie erhalten diese E-Mail, weil für Ihr Insytical-Konto die Bestätigung in zwei Schritten ausgeschaltet wurde.',
  'account.backup_codes_replaced.badge': 'Bestätigung in zwei Schritten',
  'account.backup_codes_replaced.heading': 'Ihre Backup-Codes wurden ersetzt',
  'account.backup_codes_replaced.advice':
    'Es wurden neue Backup-Codes erstellt, und die alten gelten nicht mehr. Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort.',
  'account.backup_codes_replaced.why':
    'Sie erhalten diese E-Mail, weil die Backup-Codes Ihres Insytical-Kontos ersetzt wurden.',
  'account.backup_code_used.badge': 'Bestätigung in zwei Schritten',
  'account.backup_code_used.heading': 'Mit einem Backup-Code wurde angemeldet',
  'account.backup_code_used.advice':
    'Dieser Code gilt nicht mehr. Wenn Ihnen die Codes ausgehen, erstellen Sie neue. Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort.',
  'account.backup_code_used.why':
    'Sie erhalten diese E-Mail, weil ein Backup-Code Ihres Insytical-Kontos benutzt wurde.',
  'account.contact_address.badge': 'Kontaktadresse',
  'account.contact_address.heading': 'Diese Adresse Ihren Gästen zeigen?',
  'account.contact_address.advice':
    'Öffnen Sie den Link in dem Browser, in dem Sie bei Insytical angemeldet sind. Er gilt einmal, einen Tag lang. Wenn Sie ihn nicht angefordert haben, ignorieren Sie diese E-Mail: Nichts ändert sich.',
  'account.contact_address.why':
    'Sie erhalten diese E-Mail, weil ein Host bei Insytical diese Adresse als Kontaktadresse verwenden möchte.',
  'account.api_key_made.badge': 'API-Schlüssel',
  'account.api_key_made.heading': 'Ein API-Schlüssel wurde erstellt',
  'account.api_key_made.advice':
    'Ein Programm, das ihn hat, kann in Ihrem Namen handeln, bis Sie ihn löschen. Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort.',
  'account.api_key_made.why':
    'Sie erhalten diese E-Mail, weil für Ihr Insytical-Konto ein API-Schlüssel erstellt wurde.',
} as const satisfies Translation<typeof english>;
