import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { lintIcs } from '#test/fixtures/ics-lint.ts';
import { calendarText, contentLines, inviteFor, type Invite } from './ics.ts';

const plain = {
  method: 'REQUEST',
  status: 'CONFIRMED',
  uid: '0198b1f2-0000-7000-8000-000000000001@insytical.com',
  sequence: 3,
  now: Date.UTC(2026, 10, 24, 12),
  startsAt: Date.UTC(2026, 11, 1, 9),
  endsAt: Date.UTC(2026, 11, 1, 9, 30),
  title: 'Intro call with Dana Demo',
  description: 'Join: https://zoom.example/j/1?pwd=a',
  location: 'https://zoom.example/j/1?pwd=a',
  joinUrl: 'https://zoom.example/j/1?pwd=a',
  organizer: { name: 'Dana Demo', email: 'bookings@insytical.com' },
  attendee: { name: 'Gus Guest', email: 'gus@example.com' },
} as const satisfies Invite;

const HOSTILE = [
  'x\r\nATTENDEE:mailto:evil@example.com',
  'x\rATTENDEE:mailto:evil@example.com',
  'x\nEND:VEVENT\nBEGIN:VEVENT',
  'x\r\n ATTENDEE:mailto:evil@example.com',
  'x\\nEND:VEVENT',
  "a;b:c,d\"e'f\\g^h^n^^^'",
  '";CN="x":mailto:evil@example.com',
  '\u0000\u0001\u0007\u001b[31mred\u007f\ttab',
  '👩‍👩‍👧‍👦'.repeat(30),
  'שלום \u202Eright to left\u202C سلام',
  'e\u0301 \u2028 \u2029 \u0085 \uFEFF end',
  '\uD800 lone \uDC00',
  'ä'.repeat(200),
  ' leading and trailing ',
];
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc
    .array(fc.constantFrom('\r', '\n', ';', ':', ',', '"', '\\', '^', 'n', 'é', '👍', ' ', '\0'), { maxLength: 200 })
    .map((parts) => parts.join('')),
);

function read(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  const value = (name: string) => event.getFirstPropertyValue(name)?.toString() ?? '';
  const person = (name: string) => {
    const property = event.getFirstProperty(name);
    return { name: property?.getFirstParameter('cn') ?? '', address: property?.getFirstValue()?.toString() };
  };
  return { events, event, value, person, attendees: event.getAllProperties('attendee') };
}

const writtenName = (name: string) => calendarText(name).replaceAll('\\', '＼');

/** The CN by RFC 5545 §3.2 and RFC 6868 alone. */
function strictCommonName(ics: string, property: string): string {
  const line = contentLines(ics).find((line) => line.startsWith(`${property};`)) ?? '';
  const quoted = /;CN="([^"]*)"/.exec(line)?.[1] ?? '';
  return quoted.replace(/\^([\^'n])/g, (_, letter: string) => ({ '^': '^', "'": '"', n: '\n' })[letter] ?? '');
}

describe('an invitation', () => {
  test('says one event, one attendee, who organizes and when, in UTC', () => {
    expect(inviteFor(plain)).toMatchInlineSnapshot(`
      "BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Insytical//Scheduler//EN
      METHOD:REQUEST
      BEGIN:VEVENT
      UID:0198b1f2-0000-7000-8000-000000000001@insytical.com
      SEQUENCE:3
      DTSTAMP:20261124T120000Z
      DTSTART:20261201T090000Z
      DTEND:20261201T093000Z
      SUMMARY:Intro call with Dana Demo
      LOCATION:https://zoom.example/j/1?pwd=a
      DESCRIPTION:Join: https://zoom.example/j/1?pwd=a
      ORGANIZER;CN="Dana Demo":mailto:bookings@insytical.com
      ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN="Gus Guest":
       mailto:gus@example.com
      URL;VALUE=URI:https://zoom.example/j/1?pwd=a
      STATUS:CONFIRMED
      END:VEVENT
      END:VCALENDAR
      "
    `);
  });

  test.each([
    ['REQUEST', 'CONFIRMED', ['gus@example.com']],
    ['REQUEST', 'TENTATIVE', ['gus@example.com']],
    ['CANCEL', 'CANCELLED', ['gus@example.com']],
    ['PUBLISH', 'CONFIRMED', []],
  ] as const)('as %s is %s and names the attendees RFC 5546 allows', (method, status, attendees) => {
    const ics = inviteFor({ ...plain, method, status } as Invite);
    expect(lintIcs(ics, { method, sequence: 3, attendees })).toEqual([]);
    expect(read(ics).value('status')).toBe(status);
  });

  test('brings any name, title, place and text back equal and never more than one event or attendee', () => {
    fc.assert(
      fc.property(text, text, text, text, text, (title, description, location, host, guest) => {
        const organizer = { ...plain.organizer, name: host };
        const attendee = { ...plain.attendee, name: guest };
        const ics = inviteFor({ ...plain, title, description, location, organizer, attendee });
        expect(lintIcs(ics, { method: 'REQUEST', sequence: 3, attendees: ['gus@example.com'] })).toEqual([]);
        const { events, attendees, value, person } = read(ics);
        expect([events.length, attendees.length]).toEqual([1, 1]);
        expect(value('summary')).toBe(calendarText(title));
        expect(value('description')).toBe(calendarText(description));
        expect(value('location')).toBe(calendarText(location));
        expect(person('organizer')).toEqual({
          name: writtenName(host) || plain.organizer.email,
          address: 'mailto:bookings@insytical.com',
        });
        expect(person('attendee')).toEqual({ name: writtenName(guest), address: 'mailto:gus@example.com' });
        expect(strictCommonName(ics, 'ATTENDEE')).toBe(writtenName(guest));
      }),
      { numRuns: 1_000 },
    );
  });

  test('keeps every instant of the next years to the second', () => {
    const instant = fc.integer({ min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2036, 0, 1) / 1000 });
    fc.assert(
      fc.property(instant, fc.integer({ min: 60, max: 86_400 }), (start, length) => {
        const times = { startsAt: start * 1000, endsAt: (start + length) * 1000 };
        const { event } = read(inviteFor({ ...plain, ...times }));
        const read_ = (name: string) => (event.getFirstPropertyValue(name) as ICAL.Time).toJSDate().getTime();
        expect({ startsAt: read_('dtstart'), endsAt: read_('dtend') }).toEqual(times);
      }),
    );
  });

  test.each(['https://x.example/a,b;c', 'https://x.example/\r\nATTENDEE:x', 'javascript:alert(1)'])(
    'leaves %j out of URL, which has no escapes',
    (joinUrl) => {
      const ics = inviteFor({ ...plain, joinUrl });
      expect(ics).not.toMatch(/^URL/m);
      expect(lintIcs(ics, { attendees: ['gus@example.com'] })).toEqual([]);
    },
  );

  test.each([
    ['r&d@example.com', 'mailto:r%26d@example.com'],
    ["#1%/?=^`{|}~o'brien+x@example.com", "mailto:%231%25%2F%3F%3D%5E%60%7B%7C%7D~o'brien+x@example.com"],
  ])('invites %s by its URI', (email, uri) => {
    const ics = inviteFor({ ...plain, attendee: { name: 'x', email } });
    expect(read(ics).person('attendee').address).toBe(uri);
    expect(lintIcs(ics, { attendees: [uri.replace('mailto:', '')] })).toEqual([]);
  });

  test.each([
    { attendee: { name: 'x', email: 'gus@example.com\r\nATTENDEE:mailto:evil@example.com' } },
    { attendee: { name: 'x', email: 'gus@example.com,evil@example.com' } },
    { organizer: { name: 'x', email: 'no address' } },
    { uid: 'x\r\nSUMMARY:y' },
    { endsAt: plain.startsAt },
    { sequence: -1 },
  ])('is refused for %j', (wrong) => {
    expect(() => inviteFor({ ...plain, ...wrong })).toThrow(RangeError);
  });
});
