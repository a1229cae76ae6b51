import { expect, test } from 'vitest';
import { context, sampleMail } from '#dev/mail-preview/samples.ts';
import type { MailedBooking, ProviderChange } from './message.ts';
import { renderBookingMail } from './render.ts';

const moved = (bySettings: boolean): ProviderChange => ({
  kind: 'moved',
  startsAt: Date.parse('2026-12-02T14:00:00Z'),
  endsAt: Date.parse('2026-12-02T14:30:00Z'),
  bySettings,
});
const over = { status: 'cancelled', joinUrl: null, conferenceStatus: 'none' } as const;

test.each<[string, ProviderChange, Partial<MailedBooking>, string, RegExp]>([
  ['moved, by the settings', moved(true), {}, 'Moved in Zoom', /As you set in your account, the booking keeps/],
  ['moved where it cannot follow', moved(false), {}, 'Moved in Zoom', /couldn’t follow[^]*haven’t told/],
  ['without a time of day', { kind: 'timeless' }, {}, 'No time in Zoom', /has no time of day[^]*still works/],
  ['deleted', { kind: 'removed' }, {}, 'Deleted in Zoom', /Its link no longer works/],
  ['brought back after the end', { kind: 'recovered' }, over, 'Back in Zoom', /has ended[^]*We left it there/],
])('the host reads what became of a meeting %s', (name, providerChange, changes, badge, words) => {
  const mail = renderBookingMail(sampleMail('changed_at_provider', 'host', { ...changes, providerChange }), context);
  expect(mail.subject).toMatch(new RegExp(`^${badge}: `));
  expect(mail.text).toMatch(words);
  expect(mail.text.includes('As you set')).toBe(name.includes('settings') || name === 'deleted');
  expect(mail.ics).toBeNull();
});
