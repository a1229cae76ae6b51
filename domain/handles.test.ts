import { describe, expect, test } from 'vitest';
import { isHandle, isReservedHandle, slugify } from './handles.ts';

describe('a handle', () => {
  test.each(['dana', 'a-1', '123', 'dana--demo', 'a'.repeat(40)])('may be %s', (handle) =>
    expect(isHandle(handle)).toBe(true),
  );
  test.each(['', 'ab', 'a'.repeat(41), 'Dana', 'dana_demo', '-dana', 'dana-', 'däna', 'a b', 'a.b', 'dana\n'])(
    'may not be %j',
    (handle) => expect(isHandle(handle)).toBe(false),
  );
  test.each(['api', 'oauth', 'webhooks', 'booking', 'bookings', 'healthz', 'metrics', 'openapi.json', 'LOGIN'])(
    'may not be our own path %s',
    (handle) => expect(isReservedHandle(handle)).toBe(true),
  );
  test.each(['demo', 'nova', 'dana'])('%s is free to take', (handle) => expect(isReservedHandle(handle)).toBe(false));
});

describe('a text becomes an address', () => {
  test.each([
    ['Dana Demo', 'dana-demo'],
    ['  Ängström & Søn: 30’ talk!  ', 'angstrom-son-30-talk'],
    ['Straße nach Łódź', 'strasse-nach-lodz'],
    ['O’Brien’s', 'obriens'],
    ['İstanbul', 'istanbul'],
    ['日本語', ''],
    ['👍', ''],
    ['x'.repeat(39) + ' y', 'x'.repeat(39)],
  ])('%s → %j', (text, slug) => expect(slugify(text)).toBe(slug));
});
