import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import {
  context,
  EVERY_MAIL,
  LINK_STATES,
  MOVED_WHILE_ASKING,
  sampleAccountMail,
  sampleCalendarMail,
  sampleWebhookMail,
  sampleConnectionMail,
  sampleMail,
} from '#dev/mail-preview/samples.ts';
import { BOOKING_STATUSES } from '#domain/booking.ts';
import { lintIcs } from '#test/fixtures/ics-lint.ts';
import type { BookingMail, BookingMailKind, RenderedMail } from '#mail/message.ts';
import {
  renderAccountMail,
  renderBookingMail,
  renderCalendarMail,
  renderConnectionMail,
  renderWebhookMail,
} from '#mail/render.ts';

const ZONES = ['Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu'];
const JOIN = 'https://zoom.us/j/98765432101?pwd=abcDEF123';

const NO_LINK = { joinUrl: null, conferenceStatus: 'none' } as const;
const PHONE = { kind: 'phone', label: 'Phone', byProvider: false } as const;
const PLACES_BY_PHONE = {
  hostCalls: { ...NO_LINK, location: { ...PHONE, value: null }, guestPhone: '+49 15771234' },
  guestCalls: { ...NO_LINK, location: { ...PHONE, value: '+49 15771234' } },
} as const;

const render = (mail: BookingMail) => renderBookingMail(mail, context);
const envelope = ({ from, to, replyTo, subject, headers }: RenderedMail) =>
  Object.entries({ From: named(from), To: named(to), 'Reply-To': named(replyTo), Subject: subject, ...headers })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
const named = ({ name, address }: RenderedMail['to']) => `${name} <${address}>`;

/** What a person reads of an HTML part, without layout. */
const seen = (html: string) =>
  html
    .replace(/<(style|title)>[\s\S]*?<\/\1>|<div style="display:none[\s\S]*?<\/div>|<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}@.:’–/+-]*[\p{L}\p{N}]/gu) ?? [];
const tags = (html: string) => [...html.matchAll(/<\/?(\w+)/g)].map(([, name]) => name);

describe.each(ZONES)('mails read in %s', (readerTimeZone) => {
  test.each(EVERY_MAIL)('say to the $reader: $kind', ({ kind, reader }) => {
    const mail = render(sampleMail(kind, reader, { readerTimeZone }));
    expect(`${envelope(mail)}\n\n${mail.text}\n${mail.ics?.content.replaceAll('\r', '') ?? ''}`).toMatchSnapshot();
  });
});

describe.each(EVERY_MAIL)('the mail "$kind" to the $reader', ({ kind, reader }) => {
  test.each(Object.keys(LINK_STATES) as (keyof typeof LINK_STATES)[])(
    'says the same as HTML and as text: %s',
    (state) => {
      const { html, text } = render(sampleMail(kind, reader, LINK_STATES[state]));
      const read = new Set(wordsIn(seen(html)));
      const own = wordsIn(text.replace(/https:\/\/\S+/g, '').replace(/^When: /m, ''));
      expect(own.length).toBeGreaterThan(40);
      expect(own.filter((word) => !read.has(word))).toEqual([]);
      for (const [href] of text.matchAll(/https:\/\/\S+/g)) expect(html).toContain(href.replaceAll('&', '&amp;'));
    },
  );

  test('names support, the reader’s zone, and loads nothing from elsewhere', () => {
    const { html, text } = render(sampleMail(kind, reader));
    for (const body of [seen(html), text]) {
      expect(body).toContain('info@insytical.com');
      expect(body).toContain('Berlin time, CET');
    }
    expect(html).toMatch(/<html lang="en"/);
    expect(html).not.toMatch(/<(img|link|script|iframe|form|svg)\b|url\(|src=/i);
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  });
});

describe('the link in a mail', () => {
  test('is promised to the guest only as long as one is being made', () => {
    const noLink = { joinUrl: null, conferenceStatus: 'pending' } as const;
    const cutOff = { ...noLink, conferenceProblem: { code: 'token_dead', text: '' } };
    const [making, cut] = [noLink, cutOff].map((changes) => render(sampleMail('confirmed', 'guest', changes)).text);
    expect(making).toContain('We’re still creating the Zoom link.');
    expect(cut).toContain('You’ll get the link from us or from Dana Demo.');
  });

  test.each(['guest', 'host'] as const)(
    'is called by no platform’s name to the %s where the host pasted it',
    (reader) => {
      for (const kind of ['confirmed', 'link_ready', 'reminder'] as const) {
        const { subject, text, html, ics } = render(sampleMail(kind, reader, { isLinkPasted: true }));
        expect(text).toContain(`Join the meeting:\n${JOIN}`);
        expect(`${subject} ${seen(html)} ${text} ${ics?.content}`).not.toMatch(/Zoom (meeting|link)/);
      }
    },
  );

  test.each(['confirmed', 'rescheduled', 'reminder', 'link_ready'] as const)('works in "%s" for both', (kind) => {
    for (const reader of ['guest', 'host'] as const) {
      const { html, text } = render(sampleMail(kind, reader));
      expect(html).toMatch(new RegExp(`href="${JOIN.replace(/[?]/g, '\\?')}"[^>]*>\\s*Join the Zoom meeting`));
      expect(text).toContain(`Join the Zoom meeting:\n${JOIN}`);
    }
  });

  test.each(['pending', 'declined', 'expired', 'cancelled'] as const)('is not given away in "%s"', (kind) => {
    const mail = render(sampleMail(kind, 'guest', { joinUrl: JOIN, conferenceStatus: 'ready' }));
    expect(JSON.stringify(mail)).not.toContain('98765432101');
  });

  test.each([
    { kind: 'phone', label: 'Phone', value: '+49 15771234', byProvider: false },
    { kind: 'in_person', label: 'In person', value: 'Main Street 15771234', byProvider: false },
    { kind: 'link', label: 'Online', value: 'https://rooms.example/15771234', byProvider: false },
  ])('and the place ($kind) are told to the guest of a confirmed booking only', (location) => {
    const link = location.kind === 'link' ? ({ joinUrl: location.value, conferenceStatus: 'ready' } as const) : {};
    for (const { kind } of EVERY_MAIL.filter(({ reader }) => reader === 'guest'))
      for (const status of BOOKING_STATUSES) {
        const given = { location, joinUrl: null, conferenceStatus: 'none', ...link, status } as const;
        const mail = { ...sampleMail(kind, 'guest', given), attachInvite: true };
        const says = JSON.stringify(render(mail)).includes('15771234');
        expect(says, `${kind} while ${status}`).toBe(
          status === 'confirmed' && !['declined', 'expired', 'cancelled'].includes(kind),
        );
      }
  });

  test.each([
    [PLACES_BY_PHONE.hostCalls, 'host', 'guest'],
    [PLACES_BY_PHONE.guestCalls, 'guest', 'host'],
  ] as const)('of a phone call says who calls whom at which number: %j', (given, caller, called) => {
    const names = { host: 'Dana Demo', guest: 'Gus Guest' };
    const calling = render(sampleMail('confirmed', caller, given));
    expect(calling.html).toContain('href="tel:+4915771234"');
    expect(calling.text).toMatch(/Call: \+49 15771234\n/);
    const waiting = render(sampleMail('confirmed', called, given));
    expect(waiting.text).toContain(`Where: Phone call: ${names[caller]} will call you at +49 15771234`);
    const calendar = render({ ...sampleMail('confirmed', caller, given), attachInvite: true }).ics?.content ?? '';
    const lines = calendar.replaceAll('\r\n ', '');
    expect(lines).toContain('LOCATION:+49 15771234\r\n');
    expect(lines).toContain('tel:+4915771234');
  });

  test('missing, is explained to the guest, and the host can fix it', () => {
    const guest = render(sampleMail('confirmed', 'guest', LINK_STATES['not connected'])).text;
    expect(guest).toContain('There’s no Zoom link yet. Your booking is confirmed, and we’ve told Dana Demo.');
    expect(guest).not.toContain('not connected');
    const host = render(sampleMail('link_missing', 'host')).text;
    expect(host).toMatch(/You haven’t connected Zoom[^]*click “Resend confirmation”[^]*paste your own meeting link/);
    expect(host).toContain('Connect Zoom:\nhttps://app.insytical.com/user/integrations');
  });

  test.each([
    [
      'not_connected',
      'unavailable',
      /Connect Zoom, then open the booking and click “Resend confirmation”/,
      'Connect Zoom',
    ],
    [
      'disconnected',
      'unavailable',
      /Connect Zoom, then open the booking and click “Resend confirmation”/,
      'Connect Zoom',
    ],
    [
      'uninstalled',
      'unavailable',
      /Reconnect Zoom, and we’ll automatically create and email the link/,
      'Reconnect Zoom',
    ],
    ['token_dead', 'pending', /Reconnect Zoom, and we’ll automatically create and email the link/, 'Reconnect Zoom'],
    ['not_requested', 'unavailable', /click “Resend confirmation”/, 'Open the booking'],
    ['removed_by_host', 'unavailable', /You deleted the meeting in Zoom[^]*“Resend confirmation”/, 'Open the booking'],
    ['no_link', 'failed', /Zoom created the meeting without a link[^]*“Resend confirmation”/, 'Open the booking'],
    ['hosting_not_allowed', 'failed', /What the platform said[^]*“Resend confirmation”/, 'Open the booking'],
    ['busy', 'pending', /We’ll email it to you and Gus Guest as soon as it’s ready/, 'Open the booking'],
  ] as const)(
    'missing because of %s (%s), tells the host the one way to it',
    (code, conferenceStatus, note, action) => {
      for (const kind of ['confirmed', 'reminder', 'link_missing'] as const) {
        const conferenceProblem = { code, text: 'What the platform said.' };
        const { text } = render(sampleMail(kind, 'host', { joinUrl: null, conferenceStatus, conferenceProblem }));
        expect(text).toMatch(note);
        expect(text.match(/^.*:\nhttps/m)?.[0]).toBe(`${action}:\nhttps`);
        expect(text).toContain('Open the booking:');
      }
    },
  );

  test.each(['javascript:alert(1)', 'data:text/html,x', 'not a link', '//evil.example'])(
    '%j is never a link',
    (joinUrl) => {
      expect(render(sampleMail('confirmed', 'guest', { joinUrl })).html).not.toContain(joinUrl);
    },
  );
});

describe('the invitation', () => {
  test.each([
    ['confirmed', 'REQUEST'],
    ['rescheduled', 'REQUEST'],
    ['link_ready', 'REQUEST'],
    ['cancelled', 'CANCEL'],
  ] as const)('of "%s" is a %s', (kind, method) => {
    const { ics } = render(sampleMail(kind, 'guest'));
    expect(ics?.method).toBe(method);
    expect(lintIcs(ics?.content ?? '', { method, attendees: ['gus@example.com'] })).toEqual([]);
  });

  test.each(['pending', 'reminder'] as const)('does not come with "%s"', (kind) => {
    expect(render(sampleMail(kind, 'guest')).ics).toBeNull();
  });

  test.each(['declined', 'expired'] as const)('of "%s" is a cancellation only where one was sent before', (kind) => {
    expect(render(sampleMail(kind, 'guest')).ics).toBeNull();
    expect(render({ ...sampleMail(kind, 'guest'), attachInvite: true }).ics?.method).toBe('CANCEL');
  });

  test.each(['cancelled', 'declined', 'expired'] as const)('of "%s" promises nothing more', (kind) => {
    const { ics } = render({ ...sampleMail(kind, 'guest'), attachInvite: true });
    expect(ics?.content).toContain('DESCRIPTION:This meeting won’t take place.');
    expect(ics?.content).not.toMatch(/email the link|Reschedule/);
  });

  test('of a new time that still waits for the host is none', () => {
    expect(render(sampleMail('rescheduled', 'guest', { status: 'pending' })).ics).toBeNull();
  });

  test('to the host names the host, and only where the provider left the calendar empty', () => {
    expect(render(sampleMail('confirmed', 'host')).ics).toBeNull();
    const { ics } = render({ ...sampleMail('confirmed', 'host'), attachInvite: true });
    expect(lintIcs(ics?.content ?? '', { method: 'REQUEST', attendees: ['dana@example.com'] })).toEqual([]);
  });

  test('is never sent to its own organizer', () => {
    expect(render(sampleMail('confirmed', 'guest', { guestEmail: 'Bookings@insytical.com' })).ics).toBeNull();
  });
});

const changeLinksOf = ({ text }: RenderedMail) => ['Reschedule:', 'Cancel:'].filter((label) => text.includes(label));

describe('the latest time to change a booking', () => {
  const changeableUntil = Date.parse('2026-11-30T20:00:00Z');

  test('is told to the guest with the links, and after it how to reach the host', () => {
    const mail = sampleMail('reminder', 'guest', { changeableUntil });
    const before = renderBookingMail(mail, context);
    expect(before.text).toContain('You can reschedule or cancel until');
    expect(changeLinksOf(before)).toEqual(['Reschedule:', 'Cancel:']);
    const after = renderBookingMail(mail, { ...context, now: changeableUntil });
    expect(after.text).toContain('To reschedule or cancel now, reply to this email.');
    expect(changeLinksOf(after)).toEqual([]);
  });

  test('is of no interest where it is the start, or to the host', () => {
    for (const mail of [sampleMail('confirmed', 'guest'), sampleMail('confirmed', 'host', { changeableUntil })])
      expect(render(mail).text).not.toContain('reschedule or cancel');
  });
});

describe('people’s own words', () => {
  const words_ = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onmouseover='x",
      '</style><style>',
      '&lt;b&gt;',
      'x\r\nBcc: evil@example.com',
      '\u202Egnp.exe',
      '${1+1}',
    ),
  );

  test('never become markup, headers or calendar lines', () => {
    const kinds = fc.constantFrom(...EVERY_MAIL);
    fc.assert(
      fc.property(
        kinds,
        fc.array(words_, { minLength: 9, maxLength: 9 }),
        ({ kind, reader }, [title, host, guest, reason, label, value, place, zone, problem]) => {
          const own = {
            title: title ?? '',
            hostName: host ?? '',
            guestName: guest ?? '',
            reason: reason ?? '',
            answers: [{ label: label ?? '', value: value ?? '' }],
            location: { kind: 'zoom', label: place ?? '', value: null, byProvider: true },
            readerTimeZone: zone ?? '',
            conferenceProblem: { code: 'x', text: problem ?? '' },
          };
          const mail = render({ ...sampleMail(kind, reader, own), attachInvite: true });
          expect(new Set(tags(mail.html))).not.toContain('script');
          expect(mail.html).not.toMatch(/<[^>]*\son\w+=|<img|<!--(?!\[if mso)/);
          expect(mail.html.match(/<style>/g)).toHaveLength(1);
          const headers = [
            mail.subject,
            mail.from.name,
            mail.to.name,
            mail.replyTo.name,
            ...Object.values(mail.headers),
          ];
          // eslint-disable-next-line no-control-regex -- control characters are the subject
          for (const header of headers) expect(header).not.toMatch(/[\u0000-\u001F\u007F\u2028\u2029\u202A-\u202E]/);
          if (mail.ics === null) return;
          const attendees = [reader === 'host' ? 'dana@example.com' : 'gus@example.com'];
          expect(lintIcs(mail.ics.content, { method: mail.ics.method, attendees })).toEqual([]);
          expect(new ICAL.Component(ICAL.parse(mail.ics.content)).getAllSubcomponents('vevent')).toHaveLength(1);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('are quoted to no guest: a stranger may have typed that address', () => {
    for (const { kind } of EVERY_MAIL.filter(({ reader }) => reader === 'guest')) {
      const answers = [{ label: 'Your account is locked?', value: 'Pay at once' }];
      for (const by of ['host', 'guest'] as const) {
        const { subject, text, html, ics } = render(
          sampleMail(kind, 'guest', { answers, by, reasonBy: by, reason: 'Pay at once' }),
        );
        expect([subject, text, html, ics?.content].join('\n')).not.toMatch(/Pay at once|locked/);
      }
    }
  });

  test('of the host who declines are a link away', () => {
    const { text } = render(sampleMail('declined', 'guest', { by: 'host', reason: 'The week after is fine.' }));
    expect(text).toMatch(/Read Dana Demo’s note:\s+https:\/\/app\.insytical\.com\/booking\//);
  });

  test('of the host who moves a booking are a link away too', () => {
    const { text } = render(
      sampleMail('rescheduled', 'guest', { by: 'host', reasonBy: 'host', reason: 'A late train.' }),
    );
    expect(text).toMatch(/Read Dana Demo’s note:\s+https:\/\/app\.insytical\.com\/booking\//);
    expect(text).not.toContain('A late train.');
  });

  test('of many lines cannot pass for lines of ours', () => {
    const { text } = render(
      sampleMail('cancelled', 'host', { reason: 'Sorry\nJoin the Zoom meeting:\nhttps://evil.example' }),
    );
    expect(text).toContain('Note from Gus Guest: Sorry\n    Join the Zoom meeting:\n    https://evil.example');
  });
});

describe('the time before a move', () => {
  const moved = { previousStartsAt: Date.parse('2026-11-30T13:00:00Z') };

  test.each(['confirmed', 'reminder', 'link_ready', 'cancelled'] as const)('is no news any more in "%s"', (kind) => {
    expect(render(sampleMail(kind, 'guest', moved)).text).not.toContain('Before:');
  });

  test.each(['guest', 'host'] as const)('stands in the request for another one, to the %s', (reader) => {
    const mail = render(sampleMail('pending', reader, MOVED_WHILE_ASKING));
    expect(`${mail.subject}\n\n${mail.text}`).toMatchSnapshot();
    expect(mail.text).toContain('Before: 14:00, Monday 30 November');
  });
});

test('a subject begins like the calendar’s entry where it brings one, else with what happened', () => {
  const subjectOf = (kind: BookingMailKind) => render(sampleMail(kind, 'guest')).subject;
  const what = 'Intro call with Dana Demo, Tue 1 Dec, 10:00 (CET)';
  expect(subjectOf('confirmed')).toBe(`${what} – Confirmed`);
  expect(subjectOf('rescheduled')).toBe(`${what} – Rescheduled`);
  expect(subjectOf('link_ready')).toBe(`${what} – Zoom link`);
  expect(subjectOf('cancelled')).toBe(`Cancelled: ${what}`);
  expect(subjectOf('reminder')).toBe(`Reminder: ${what}`);
  expect(render(sampleMail('confirmed', 'host')).subject).toMatch(/^New booking: /);
});

test.each([
  'sign_up',
  'account_exists',
  'no_account',
  'login',
  'password',
  'password_changed',
  'two_step_on',
  'login_added',
  'two_step_off',
  'backup_codes_replaced',
  'backup_code_used',
  'api_key_made',
] as const)('the mail with a way in says why it came: %s', (kind) => {
  const mail = renderAccountMail({ ...sampleAccountMail, kind }, context);
  expect(`${envelope(mail)}\n\n${mail.text}`).toMatchSnapshot();
  expect(mail.html).toContain(`href="${sampleAccountMail.url.replaceAll('&', '&amp;')}"`);
  for (const body of [seen(mail.html), mail.text]) expect(body).toContain('info@insytical.com');
});

describe('the mail about a connection', () => {
  test.each(['uninstalled', 'token_dead', 'connected_elsewhere'] as const)(
    'says what happened and what to do: %s',
    (cause) => {
      for (const day of [0, 1, 14] as const) {
        const mail = renderConnectionMail({ ...sampleConnectionMail, cause, day }, context);
        expect(`${envelope(mail)}\n\n${mail.text}`).toMatchSnapshot(`day ${day}`);
      }
    },
  );

  test('promises nothing about bookings when none is affected', () => {
    const { text } = renderConnectionMail({ ...sampleConnectionMail, affectedBookings: 0 }, context);
    expect(text).not.toContain('missing links');
  });
});

test.each([
  [0, sampleCalendarMail.readAt],
  [3, null],
  [7, sampleCalendarMail.readAt],
] as const)('the mail about a calendar says what still blocks and what to do, day %i, last read %j', (day, readAt) => {
  const mail = renderCalendarMail({ ...sampleCalendarMail, day, readAt }, context);
  expect(`${envelope(mail)}\n\n${mail.text}`).toMatchSnapshot();
});

test.each(['failing', 'gone'] as const)('the mail about a paused webhook says why and what to do: %s', (cause) => {
  const mail = renderWebhookMail({ ...sampleWebhookMail, cause }, context);
  expect(`${envelope(mail)}\n\n${mail.text}`).toMatchSnapshot();
});

test('neither is told what is for the other only', () => {
  expect(() => render(sampleMail('reschedule_asked', 'host'))).toThrow(TypeError);
  expect(() => render(sampleMail('link_missing', 'guest'))).toThrow(TypeError);
});
