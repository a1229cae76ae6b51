import { expect, test } from 'vitest';
import { isReservedHandle } from '#domain/handles.ts';
import { operations } from './operations.ts';
import { HOST_PAGES, pageKindOf, PLAIN_PAGES } from './page-kinds.ts';

test.each([
  ['/', 'plain'],
  ['/privacy', 'plain'],
  ['/assets/guest-1.js', 'plain'],
  ['/login', 'host'],
  ['/scheduler/event-types/new', 'host'],
  ['/oauth/zoom/callback', 'connected'],
  ['/oauth/done', 'connected'],
  ['/api/v1/me', 'data'],
  ['/webhooks/zoom', 'data'],
  ['/calendar/x.ics', 'data'],
  ['/openapi.json', 'data'],
  ['/demo', 'guest'],
  ['/demo/zoom-call', 'guest'],
  ['/booking/k1.x.y', 'guest'],
])('%s is a page of kind %s', (path, kind) => {
  expect(pageKindOf(path)).toBe(kind);
});

test('no handle can hide a page of ours', () => {
  const first = operations.map(({ path }) => path.split('/')[1] ?? '');
  const ours = [...first, ...HOST_PAGES, ...PLAIN_PAGES, 'booking', 'openapi.json'];
  expect(ours.filter((segment) => segment !== '' && !isReservedHandle(segment))).toEqual([]);
});
