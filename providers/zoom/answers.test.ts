import { expect, test } from 'vitest';
import { meetingAnswer } from './answers.ts';

const answer = { id: 81_234_567_890, start_time: '2026-12-01T10:00:00Z', duration: 30 };

test.each([
  ['https://us02web.zoom.us/j/81234567890', 'https://us02web.zoom.us/j/81234567890'],
  ['http://us02web.zoom.us/j/81234567890', null],
  [undefined, null],
])('of the link %s guests get %s', (link, joinUrl) => {
  expect(meetingAnswer.parse({ ...answer, join_url: link })).toMatchObject({ id: '81234567890', joinUrl });
});

test.each([{}, { start_time: '' }, { start_time: null, duration: null }, { start_time: '', duration: 0 }])(
  'a recurring meeting without a fixed time has none: %j',
  (said) => expect(meetingAnswer.parse({ id: 1, duration: 60, ...said })).toMatchObject({ timeless: true }),
);

test('a recurring meeting with a fixed time is held next when its first occurrence that stands is', () => {
  const occurrences = [
    { occurrence_id: '1', start_time: '2026-12-01T10:00:00Z', duration: 30, status: 'deleted' },
    { occurrence_id: '2', start_time: '2026-12-08T10:00:00Z', duration: 45, status: 'available' },
  ];
  const read = meetingAnswer.parse({ id: 1, occurrences });
  expect(read).toMatchObject({ startsAt: Date.UTC(2026, 11, 8, 10), endsAt: Date.UTC(2026, 11, 8, 10, 45) });
  expect(read).not.toHaveProperty('timeless');
});

test('a meeting with a time has one', () => {
  expect(meetingAnswer.parse(answer)).not.toHaveProperty('timeless');
});
