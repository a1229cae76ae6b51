import { expect, test } from 'vitest';
import { agendaWith, carriesMarker } from './marker.ts';

const marker = 'local.0192f0a4-5b1c-7d3e-8f00-112233445566';

test('is found in the 250 characters a list shows, however long the description', () => {
  const agenda = agendaWith(marker, 'words '.repeat(1_000));
  expect(agenda).toHaveLength(2_000);
  expect(carriesMarker({ agenda: agenda.slice(0, 250) }, marker)).toBe(true);
});

test('is found where the host has written around it', () => {
  expect(carriesMarker({ agenda: `Please read this.\nref:${marker}\n` }, marker)).toBe(true);
});

test.each([
  ['another marker', { agenda: agendaWith(`${marker}7`, '') }],
  ['a cut one', { agenda: `ref:${marker.slice(0, -1)}` }],
  ['another agenda', { agenda: 'Weekly meeting' }],
  ['no agenda', { topic: 'x' }],
  ['an agenda that is no text', { agenda: 7 }],
  ['no meeting at all', null],
])('%s is not ours', (_what, meeting) => {
  expect(carriesMarker(meeting, marker)).toBe(false);
});
