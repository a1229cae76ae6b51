import { expect, test } from 'vitest';
import { Refusal } from '#commands/shared/refusal.ts';
import { MailUnavailable } from '#mail/transport.ts';
import { says } from '#messages/says.ts';
import { Problem } from './problem.ts';
import { toProblem } from './to-problem.ts';

const withCode = (code: string, message = 'in the words of a driver') => Object.assign(new Error(message), { code });

test.each([
  ['a refused command', new Refusal('stale', says('said.booking_changed')), 'stale'],
  ['a problem of the API', new Problem('too_large'), 'too_large'],
  ['a database that is not there', withCode('ECONNREFUSED'), 'unavailable'],
  ['a statement that took too long', withCode('57014'), 'unavailable'],
  ['a lock that did not come', withCode('55P03'), 'unavailable'],
  ['an error behind another', new Error('outer', { cause: withCode('ECONNRESET') }), 'unavailable'],
  ['a mail server that is away', new MailUnavailable('away', { mayHaveArrived: false }), 'unavailable'],
  ['a body that http-errors refuses', Object.assign(new Error('x'), { status: 413 }), 'too_large'],
  ['an unknown error', new Error('secret words'), 'internal'],
  ['something thrown that is no error', 'secret words', 'internal'],
])('%s', (_, error, code) => {
  const problem = toProblem(error);
  expect(problem.code).toBe(code);
  expect(JSON.stringify(problem.facts)).not.toMatch(/secret|driver|outer/);
});
