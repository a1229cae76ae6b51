import { expect, test } from 'vitest';
import { withTimeout } from './timeout.ts';

const tooLate = () => {
  throw new Error('too late');
};
const never = new Promise<string>(() => undefined);

test('work that ends in time is what it comes to', async () => {
  await expect(withTimeout(Promise.resolve('done'), 60_000, () => 'late')).resolves.toBe('done');
  await expect(withTimeout(Promise.reject(new Error('failed')), 60_000, () => 'late')).rejects.toThrow('failed');
});

test('work that does not is what was asked for in its place', async () => {
  await expect(withTimeout(never, 1, () => 'late')).resolves.toBe('late');
  await expect(withTimeout(never, 1, tooLate)).rejects.toThrow('too late');
});
