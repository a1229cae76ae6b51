import { describe, expect, test } from 'vitest';
import { lintIcs } from '#domain/ics-lint.ts';

const LINES = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//x//y//EN',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:1@example.com',
  'SEQUENCE:2',
  'DTSTAMP:20261124T120000Z',
  'DTSTART:20261201T090000Z',
  'DTEND:20261201T093000Z',
  'SUMMARY:Intro',
  'ORGANIZER;CN="Dana: a;b":mailto:bookings@example.com',
  'ATTENDEE;CN="Gus";RSVP=FALSE:mailto:gus@example.com',
  'STATUS:CONFIRMED',
  'END:VEVENT',
  'END:VCALENDAR',
];
const file = (lines: readonly string[]) => lines.map((line) => `${line}\r\n`).join('');
const changed = (from: string, to: string) => file(LINES).replace(from, to);
const expected = { method: 'REQUEST', sequence: 2, attendees: ['gus@example.com'] };

const octets = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('the byte linter', () => {
  test('is silent about a sound file', () => {
    expect(lintIcs(file(LINES), expected)).toEqual([]);
  });

  test.each([
    ['a bare LF', changed('SUMMARY:Intro\r\n', 'SUMMARY:Intro\n'), 'line 11 has a bare LF'],
    ['a bare CR', changed('SUMMARY:Intro', 'SUMMARY:In\rtro'), 'line 11 has a bare CR'],
    ['a missing last line end', file(LINES).trimEnd(), 'the file does not end with CRLF'],
    ['an empty line', changed('SUMMARY:Intro', 'SUMMARY:Intro\r\n'), 'line 12 is empty'],
    ['a line of 76 octets', changed('Intro', 'x'.repeat(68)), 'line 11 has 76 octets'],
    ['76 octets in few letters', changed('Intro', '👍'.repeat(17)), 'line 11 has 76 octets'],
    ['a control character', changed('Intro', 'In\u0000tro'), 'line 11 has a control character'],
    ['a letter folded in two', octets(changed('Intro', 'In\u00c3\r\n \u00a4tro')), 'line 11 is not UTF-8 by itself'],
    ['two events', file([...LINES.slice(0, 15), ...LINES.slice(4)]), 'there is not exactly one VEVENT'],
    ['no event', file(LINES.filter((line) => !line.endsWith('VEVENT'))), 'there is not exactly one VEVENT'],
    ['an unclosed event', file(LINES.filter((line) => line !== 'END:VEVENT')), 'END:VCALENDAR closes nothing'],
    ['an unclosed calendar', file(LINES.slice(0, -1)), 'BEGIN:VCALENDAR is not closed'],
    ['a line that is no property', changed('SUMMARY', 'what is this\r\nSUMMARY'), 'a line is no property'],
    ['a quote inside a quoted name', changed('Dana:', 'Da"na:'), 'a line is no property'],
    ['another version', changed('2.0', '1.0'), 'the file does not begin as a calendar 2.0'],
    [
      'an attendee too many',
      changed('STATUS', 'ATTENDEE:mailto:evil@example.com\r\nSTATUS'),
      'the ATTENDEEs are not the expected ones',
    ],
    [
      'no attendee',
      file(LINES.filter((line) => !line.startsWith('ATTENDEE'))),
      'the ATTENDEEs are not the expected ones',
    ],
    ['another attendee', changed('gus@', 'gas@'), 'the ATTENDEEs are not the expected ones'],
    ['another method', changed('METHOD:REQUEST', 'METHOD:PUBLISH'), 'METHOD is not REQUEST'],
    ['two methods', changed('METHOD:REQUEST', 'METHOD:REQUEST\r\nMETHOD:CANCEL'), 'there is not exactly one METHOD'],
    [
      'a status against the method',
      changed('CONFIRMED', 'CANCELLED'),
      'STATUS CANCELLED does not go with METHOD REQUEST',
    ],
    ['another sequence', changed('SEQUENCE:2', 'SEQUENCE:1'), 'SEQUENCE is not 2'],
    ['a sequence in words', changed('SEQUENCE:2', 'SEQUENCE:two'), 'SEQUENCE is no number'],
    [
      'a missing DTSTAMP',
      file(LINES.filter((line) => !line.startsWith('DTSTAMP'))),
      'there is not exactly one DTSTAMP',
    ],
    ['a local time', changed('T090000Z', 'T090000'), 'DTSTART is not a time in UTC'],
    ['an end before its start', changed('T093000Z', 'T083000Z'), 'DTEND is not after DTSTART'],
    [
      'two organizers',
      changed('STATUS', 'ORGANIZER:mailto:x@example.com\r\nSTATUS'),
      'there is not exactly one ORGANIZER',
    ],
  ])('is red about %s', (_what, ics, problem) => {
    expect(lintIcs(ics, expected)).toContain(problem);
  });
});
