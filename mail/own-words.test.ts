import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { EVERY_MAIL, sampleFurtherGuestMail, sampleMail } from '#dev/mail-preview/samples.ts';
import { lintIcs } from '#test/fixtures/ics-lint.ts';
import { render } from '#test/fixtures/rendered-mail.ts';

const tags = (html: string) => [...html.matchAll(/<\/?(\w+)/g)].map(([, name]) => name);

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
        fc.array(words_, { minLength: 10, maxLength: 10 }),
        ({ kind, reader }, [title, host, guest, reason, label, value, place, zone, problem, line]) => {
          const own = {
            title: title ?? '',
            hostName: host ?? '',
            guestName: guest ?? '',
            reason: reason ?? '',
            answers: [{ label: label ?? '', value: value ?? '' }],
            location: { kind: 'zoom', label: place ?? '', value: null, byProvider: true },
            readerTimeZone: zone ?? '',
            conferenceProblem: { code: problem ?? '' },
            hostLine: line ?? '',
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

  test('of the host are one line, said to be the host’s, without an address or a link, and to the booker alone', () => {
    const hostLine = `Ring\u200B twice\nat https://evil.example or a@evil.example`;
    for (const mail of [sampleMail('confirmed', 'guest', { hostLine }), sampleMail('follow_up', 'guest', { hostLine })])
      expect(render(mail).text).toContain(
        '\nNote from Dana Demo: Ring twice at https evil. example or a evil. example\n',
      );
    const none = [sampleMail('confirmed', 'host', { hostLine }), sampleFurtherGuestMail('confirmed', { hostLine })];
    for (const mail of none) expect(render(mail).text).not.toContain('evil');
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
