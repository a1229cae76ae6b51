import { expect, test } from 'vitest';
import { freePort } from './ports.ts';

test('who asks for a port is not given one that another has yet to listen on', async () => {
  const ports: number[] = [];
  for (let turn = 0; turn < 300; turn += 1) ports.push(await freePort());
  expect(new Set(ports).size).toBe(300);
});
