import { describe, expect, test } from 'vitest';
import { check, givenAnswers, placed, prefilled, type Question } from './draft.ts';
import { compiled } from '#messages/compile.ts';
import { pages } from '#messages/en/pages.ts';
import { writeIn } from '../t.ts';

writeIn('en', compiled(pages));

const questions: Question[] = [
  { id: 'topic', label: 'Topic', kind: 'text', required: true },
  { id: 'size', label: 'Team size', kind: 'choice', required: false, options: ['1–10', 'more'] },
  { id: 'terms', label: 'I agree', kind: 'checkbox', required: true },
];

describe('a form begun by its address', () => {
  test('takes name, e-mail and answers by the questions’ ids', () => {
    const query = new URLSearchParams('name=Ann&email=ann@example.com&topic=Prices&size=more&terms=true&utm=x');
    expect(prefilled(query, questions)).toEqual({
      name: 'Ann',
      email: 'ann@example.com',
      location: '',
      phone: '',
      guests: '',
      answers: { topic: 'Prices', size: 'more', terms: true },
      website: '',
      isPerson: false,
    });
  });

  test('does not take a choice that is not offered', () => {
    expect(prefilled(new URLSearchParams('size=enormous'), questions).answers).toEqual({});
  });

  test('keeps a plus that was not encoded, in an address and before a phone number', () => {
    const phone: Question[] = [{ id: 'phone', label: 'Phone', kind: 'phone', required: false }];
    const given = new URLSearchParams('name=Ann+Lee&email=ann+spam@example.com&phone=+49+30+1234');
    expect(prefilled(given, phone)).toMatchObject({
      name: 'Ann Lee',
      email: 'ann+spam@example.com',
      location: '',
      phone: '+49 30 1234',
      guests: '',
      answers: { phone: '+49 30 1234' },
    });
    expect(prefilled(new URLSearchParams({ email: ' ann+spam@example.com ' }), []).email).toBe('ann+spam@example.com');
  });

  test('keeps the page’s own parameters out of answers', () => {
    const clash: Question[] = [{ id: 'date', label: 'Preferred date', kind: 'text', required: false }];
    expect(prefilled(new URLSearchParams('date=2026-12-01'), clash).answers).toEqual({});
  });
});

const emailProblem = (email: string) =>
  check({ name: 'A', email, location: '', phone: '', guests: '', answers: {}, website: '', isPerson: false }, [])[
    'email'
  ];

describe('what the guest is told before sending', () => {
  test('names every field that is missing', () => {
    const problems = check(
      {
        name: ' ',
        email: '',
        location: '',
        phone: '',
        guests: '',
        answers: { terms: false },
        website: '',
        isPerson: false,
      },
      questions,
      { phone: true },
    );
    expect(Object.keys(problems)).toEqual(['name', 'email', 'phone', 'answers/topic', 'answers/terms']);
  });

  test('finds addresses that cannot be any, and lets unusual ones pass', () => {
    expect(emailProblem('ann')).toBeDefined();
    expect(emailProblem('ann@example')).toBeDefined();
    expect(emailProblem(' ann+x@mail.example.co.uk ')).toBeUndefined();
    expect(emailProblem('"a b"@example.com')).toBeDefined();
  });
});

describe('what is sent', () => {
  test('leaves out what was left empty and keeps a box that is not ticked', () => {
    expect(
      givenAnswers(
        {
          name: '',
          email: '',
          location: '',
          phone: '',
          guests: '',
          website: '',
          isPerson: false,
          answers: { topic: ' ', terms: false },
        },
        questions,
      ),
    ).toEqual({
      terms: false,
    });
  });
});

describe('what the server refuses', () => {
  test('stands beside the fields they are about', () => {
    const errors = [
      { pointer: '/guest/email', detail: 'No such domain.' },
      { pointer: '/answers/topic', detail: 'Too long.' },
      { pointer: '/phone', detail: 'Required.' },
      { pointer: '/startsAt', detail: 'An instant.' },
      { pointer: '/answers/gone', detail: 'This question is not asked.' },
    ];
    expect(placed(errors, questions)).toEqual({
      fields: {
        email: expect.stringContaining('email address'),
        'answers/topic': expect.stringContaining('too long'),
        phone: expect.stringContaining('phone number'),
      },
      hasOthers: true,
    });
    expect(placed(errors.slice(0, 1), questions).hasOthers).toBe(false);
  });
});

test('further guests are addresses between commas or on lines, ten at most', () => {
  const typed = prefilled(new URLSearchParams(), []);
  const wrong = (guests: string) => check({ ...typed, guests }, [])['guests'];
  expect(wrong('')).toBeUndefined();
  expect(wrong('bo@example.org, Carl <carl@example.org>;\n  dan@example.org\n')).toBeUndefined();
  expect(wrong('bo@example.org carl@')).toContain('“bo@example.org carl@”');
  expect(wrong(Array.from({ length: 11 }, (_, index) => `bo${index}@example.org`).join(','))).toContain('at most 10');
});
