import { describe, expect, test } from 'vitest';
import { context, EVERY_MAIL, LINK_STATES, MOVED_WHILE_ASKING, sampleMail } from '#dev/mail-preview/samples.ts';
import type { BookingMailKind, RenderedMail } from '#mail/message.ts';
import { renderBookingMail } from '#mail/render.ts';
import { render, seen } from '#test/fixtures/rendered-mail.ts';

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}@.:’–/+-]*[\p{L}\p{N}]/gu) ?? [];

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

const changeLinksOf = ({ text }: RenderedMail) => ['Reschedule:', 'Cancel:'].filter((label) => text.includes(label));

describe('the latest time to change a booking', () => {
  const changeableUntil = Date.parse('2026-11-30T20:00:00Z');

  test('is told to the guest with the links, and after it how to reach the host', () => {
    const mail = sampleMail('reminder', 'guest', { changeableUntil });
    const before = renderBookingMail(mail, context);
    expect(before.text).toContain('You can reschedule or cancel until');
    expect(changeLinksOf(before)).toEqual(['Reschedule:', 'Cancel:']);
    const after = renderBookingMail(mail, { ...context, now: changeableUntil });
    expect(after.text).toContain('To reschedule or cancel now, contact Dana Demo.');
    expect(changeLinksOf(after)).toEqual([]);
  });

  test('is of no interest where it is the start, or to the host', () => {
    for (const mail of [sampleMail('confirmed', 'guest'), sampleMail('confirmed', 'host', { changeableUntil })])
      expect(render(mail).text).not.toContain('reschedule or cancel');
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

const subjectOf = (kind: BookingMailKind) => render(sampleMail(kind, 'guest')).subject;

test('a subject begins like the calendar’s entry where it brings one, else with what happened', () => {
  const what = 'Intro call with Dana Demo, Tue 1 Dec, 10:00 (CET)';
  expect(subjectOf('confirmed')).toBe(`${what} – Confirmed`);
  expect(subjectOf('rescheduled')).toBe(`${what} – Rescheduled`);
  expect(subjectOf('link_ready')).toBe(`${what} – Zoom link`);
  expect(subjectOf('cancelled')).toBe(`Cancelled: ${what}`);
  expect(subjectOf('reminder')).toBe(`Reminder: ${what}`);
  expect(render(sampleMail('confirmed', 'host')).subject).toMatch(/^New booking: /);
});

test('neither is told what is for the other only', () => {
  expect(() => render(sampleMail('reschedule_asked', 'host'))).toThrow(TypeError);
  expect(() => render(sampleMail('link_missing', 'guest'))).toThrow(TypeError);
});
