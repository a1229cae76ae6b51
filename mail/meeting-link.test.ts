import { describe, expect, test } from 'vitest';
import { EVERY_MAIL, LINK_STATES, sampleMail } from '#dev/mail-preview/samples.ts';
import { BOOKING_STATUSES } from '#domain/booking.ts';
import { render, seen } from '#test/fixtures/rendered-mail.ts';

const JOIN = 'https://zoom.us/j/98765432101?pwd=abcDEF123';

const NO_LINK = { joinUrl: null, conferenceStatus: 'none' } as const;
const PHONE = { kind: 'phone', label: 'Phone', byProvider: false } as const;
const PLACES_BY_PHONE = {
  hostCalls: { ...NO_LINK, location: { ...PHONE, value: null }, guestPhone: '+49 15771234' },
  guestCalls: { ...NO_LINK, location: { ...PHONE, value: '+49 15771234' } },
} as const;

describe('the link in a mail', () => {
  test('is promised to the guest only as long as one is being made', () => {
    const noLink = { joinUrl: null, conferenceStatus: 'pending' } as const;
    const cutOff = { ...noLink, conferenceProblem: { code: 'token_dead' } };
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
          status === 'confirmed' && !['declined', 'expired', 'cancelled', 'follow_up'].includes(kind),
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
    [
      'hosting_not_allowed',
      'failed',
      /The connected Zoom user is not allowed[^]*“Resend confirmation”/,
      'Open the booking',
    ],
    ['busy', 'pending', /We’ll email it to you and Gus Guest as soon as it’s ready/, 'Open the booking'],
  ] as const)(
    'missing because of %s (%s), tells the host the one way to it',
    (code, conferenceStatus, note, action) => {
      for (const kind of ['confirmed', 'reminder', 'link_missing'] as const) {
        const conferenceProblem = { code };
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
