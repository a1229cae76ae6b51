import { expect, expectTypeOf, test } from 'vitest';
import type { Booking } from '#api/openapi/client/types.ts';
import { api } from './api.ts';

test('a call that the API does not have is no program', () => {
  const refused = [
    // @ts-expect-error There is no such path.
    () => api.get('/api/v1/hosts'),
    // @ts-expect-error This path takes no DELETE.
    () => api.delete('/api/v1/bookings/{id}', { path: { id: 'b' } }),
    // @ts-expect-error It says which booking.
    () => api.get('/api/v1/bookings/{id}'),
    // @ts-expect-error The list has no such view.
    () => api.get('/api/v1/bookings', { query: { view: 'recent' } }),
    // @ts-expect-error A host has no such field.
    () => api.patch('/api/v1/me', { body: { nickname: 'Ann' } }),
    // @ts-expect-error This takes no body.
    () => api.post('/api/auth/sign-out', { body: {} }),
  ];
  expect(refused).toHaveLength(6);
});

test('an answer has the type that the document gives it', () => {
  expectTypeOf(api.get<'/api/v1/bookings/{id}'>).returns.resolves.toEqualTypeOf<Booking>();
  expectTypeOf(api.delete<'/api/v1/calendars/{id}'>).returns.resolves.toEqualTypeOf<void>();
});
