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

test('a recurring meeting without a fixed time has none', () => {
  expect(meetingAnswer.parse({ id: 1 })).toMatchObject({ timeless: true });
  expect(meetingAnswer.parse(answer)).not.toHaveProperty('timeless');
});
