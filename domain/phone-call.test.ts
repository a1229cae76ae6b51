import { expect, test } from 'vitest';
import { hostCallsGuest, phoneCallOf, telUri } from './phone-call.ts';

test.each([
  ['+49 30 123456', 'tel:+4930123456'],
  ['+44 20 7946 0958 x12', 'tel:+442079460958;ext=12'],
  ['+1 212 555 0123 ext. 45', 'tel:+12125550123;ext=45'],
  ['(212) 555-0123', 'tel:2125550123'],
  ['030 123456 #7', 'tel:030123456;ext=7'],
  ['Ask at the reception, 12345', null],
  ['12', null],
])('%s is dialled by %s', (number, uri) => {
  expect(telUri(number)).toBe(uri);
});

test('who has given a number is called', () => {
  const guestPhone = '+1 212 555 0123';
  expect(phoneCallOf({ kind: 'phone' }, guestPhone)).toEqual({ caller: 'host', number: guestPhone });
  expect(phoneCallOf({ kind: 'phone', value: '+49 30 123456' }, null)).toEqual({
    caller: 'guest',
    number: '+49 30 123456',
  });
  expect(phoneCallOf({ kind: 'zoom' }, null)).toBeNull();
  expect([{ kind: 'phone' }, { kind: 'phone', value: '+49 30 1' }, { kind: 'in_person' }].map(hostCallsGuest)).toEqual([
    true,
    false,
    false,
  ]);
});
