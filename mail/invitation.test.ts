import { describe, expect, test } from 'vitest';
import { sampleMail } from '#dev/mail-preview/samples.ts';
import { lintIcs } from '#test/fixtures/ics-lint.ts';
import { render } from '#test/fixtures/rendered-mail.ts';

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
