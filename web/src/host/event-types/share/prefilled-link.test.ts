import { expect, test } from 'vitest';
import { prefilled } from '../../../guest/event/draft.ts';
import { prefillable, prefilledLink } from './prefilled-link.ts';

const question = (id: string, kind: 'text' | 'phone' | 'checkbox' | 'choice') => ({
  id,
  label: id,
  kind,
  required: false,
  ...(kind === 'choice' ? { options: ['Just me', 'A & B'] } : {}),
});
const publicUrl = 'https://book.example.com/ann/intro';

test('a guest’s page reads what the link was made of', () => {
  const values = {
    name: 'Ann & Bö',
    email: 'a+b@example.com',
    topic: 'x=1&y?',
    tel: '+49 30 1',
    ok: 'yes',
    who: 'A & B',
  };
  const questions = [
    question('topic', 'text'),
    question('tel', 'phone'),
    question('ok', 'checkbox'),
    question('who', 'choice'),
  ];
  const { searchParams } = new URL(prefilledLink({ publicUrl }, values));
  expect(prefilled(searchParams, questions)).toMatchObject({
    name: values.name,
    email: values.email,
    answers: { topic: values.topic, tel: values.tel, ok: true, who: values.who },
  });
});

test('what is empty is left out', () => {
  expect(prefilledLink({ publicUrl }, { name: ' ', topic: '' })).toBe(publicUrl);
});

test('a question whose id the page reads itself is not offered', () => {
  expect(prefillable({ questions: [question('date', 'text'), question('topic', 'text')] })).toHaveLength(1);
});
