import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { invalid } from '../problem.ts';
import { says } from '#messages/says.ts';

const SHORTEST = 8;
const LONGEST = 128;
/** Looking at 128 characters may take a third of a second. */
const MOST_LOOKED_AT = 48;
/** Of 0 to 4: below it less than a million guesses are enough. */
const LEAST_SCORE = 2;

const strength = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/**
 * Refuses passwords that are too short, too long, made of the owner's address or easy to guess, by the lists of leaked
 * passwords in zxcvbn-ts.
 * @throws Problem `validation_failed` at `/password` or `/newPassword`
 */
export function checkPassword(pointer: '/password' | '/newPassword', password: string, email: string): void {
  const bare = password.trim().toLowerCase();
  if (bare.length < SHORTEST) throw invalid(pointer, says('said.password_short', { least: SHORTEST }));
  if (password.length > LONGEST) throw invalid(pointer, says('said.most_characters', { most: LONGEST }));
  const own = [email, ...email.split(/[@.+_-]/)].map((word) => word.toLowerCase()).filter((word) => word.length >= 3);
  if (own.some((word) => word === bare || (lettersOf(word) !== '' && lettersOf(word) === lettersOf(bare))))
    throw invalid(pointer, says('said.password_email'));
  if (strength.check(bare.slice(0, MOST_LOOKED_AT), own).score < LEAST_SCORE)
    throw invalid(pointer, says('said.password_easy'));
}

const lettersOf = (text: string) => text.replaceAll(/[^\p{L}]/gu, '');
