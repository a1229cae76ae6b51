import { expect, it } from 'vitest';
import { ApiProblem } from '../../shared/api.ts';
import { isRefusal } from './unanswered.ts';

it.each([
  [409, 'slot_taken', true],
  [422, 'validation_failed', true],
  [429, 'rate_limited', true],
  [503, 'unavailable', false],
  [0, 'offline', false],
  [0, 'timeout', false],
  [500, 'internal', false],
  [502, 'internal', false],
])('%i %s is a refusal for certain: %s', (status, code, expected) => {
  expect(isRefusal(new ApiProblem({ status, code, title: '', errors: [] }))).toBe(expected);
});
