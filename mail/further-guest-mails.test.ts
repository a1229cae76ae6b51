import { describe, expect, test } from 'vitest';
import { context, FURTHER_GUEST_MAILS, LINK_STATES, sampleFurtherGuestMail } from '#dev/mail-preview/samples.ts';
import { renderBookingMail } from '#mail/render.ts';
import { lintIcs } from '#test/fixtures/ics-lint.ts';

const render = (...given: Parameters<typeof sampleFurtherGuestMail>) =>
  renderBookingMail(sampleFurtherGuestMail(...given), context);
const allOf = ({ subject, text, html, ics }: ReturnType<typeof render>) =>
  [subject, text, html, ics?.content.replaceAll('\r\n ', '')].join('\n');

test.each(FURTHER_GUEST_MAILS.filter((kind) => kind !== 'reminder'))(
  'the calendar file of "%s" is theirs alone',
  (kind) => {
    const { method = 'REQUEST', content = '' } = render(kind).ics ?? {};
    expect(lintIcs(content, { method, attendees: ['fay@example.com'] })).toEqual([]);
  },
);

describe.each(FURTHER_GUEST_MAILS)('the mail "%s" to a further guest', (kind) => {
  test('is addressed to them alone', () => {
    expect(render(kind).to).toEqual({ name: 'Fay Further', address: 'fay@example.com' });
  });

  test('says the time with its zone wherever it stands, and whose zone it is', () => {
    const { subject, text } = render(kind, { readerTimeZone: 'America/New_York' });
    expect(subject).toContain('(EST)');
    expect(text).toMatch(/^When: .*\(New York time, EST\)$/m);
    expect(text).toContain('Times are shown in the time zone of Gus Guest, New York time, EST.');
  });

  test.each(Object.keys(LINK_STATES) as (keyof typeof LINK_STATES)[])(
    'tells no address, number or word of the others, and no link that changes the booking: %s',
    (state) => {
      const furtherGuests = [{ name: 'Carl', email: 'carl@example.com' }];
      const answers = [{ label: 'Your account is locked?', value: 'Pay at once' }];
      const given = { ...LINK_STATES[state], furtherGuests, answers, reason: 'Pay at once' };
      const all = allOf(render(kind, given));
      expect(all).not.toMatch(/carl|gus@|212 555|Pay at once|locked|>Reschedule<|\?action=|reschedule or cancel/i);
    },
  );

  test('has a way to leave, in the text and for mail programs, unless they were removed', () => {
    const { text, headers } = render(kind);
    const isRemoved = kind === 'removed';
    expect(/Stop these emails and leave the meeting: https:\S+\/leave/.test(text)).toBe(!isRemoved);
    expect(headers['List-Unsubscribe']?.endsWith('/leave>') ?? false).toBe(!isRemoved);
  });

  test.each(['Log in at https://evil.example/login', 'security@bank.example', '=?utf-8?Q?www.evil.example?='])(
    'shows no link that a stranger typed as a name: %s',
    (name) => {
      const mail = render(kind, { guestName: name }, name);
      expect(allOf(mail)).not.toMatch(/evil\.example|bank\.example/);
      expect(mail.to.name).not.toMatch(/:\/\/|@|=\?/);
    },
  );
});

test('kinds about requests and proposals are for guest and host only', () => {
  const mail = { ...sampleFurtherGuestMail('confirmed'), kind: 'proposed' as const };
  expect(() => renderBookingMail(mail, context)).toThrow(TypeError);
});

test('who was removed finds no way to join in the file that ends the entry', () => {
  const { ics } = render('removed');
  expect(ics?.method).toBe('CANCEL');
  expect(ics?.content.replaceAll('\r\n ', '')).not.toMatch(/zoom\.us|email the link/);
});
