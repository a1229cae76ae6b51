import { expect, test } from 'vitest';
import { csv, SEPARATORS } from './csv.ts';

const written = (value: string) =>
  csv([[value]], 'comma')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n$/, '');

test.each([
  ['plain words', '"plain words"'],
  ['a "quoted" word', '"a ""quoted"" word"'],
  ['2026-12-01T09:00:00.000Z', '"2026-12-01T09:00:00.000Z"'],
  ['well-known, e.g. a+b@example.org', '"well-known, e.g. a+b@example.org"'],
  ['=1+1', `"'=1+1"`],
  ['+49 30 1', `"'+49 30 1"`],
  ['-1', `"'-1"`],
  ['@SUM(1)', `"'@SUM(1)"`],
  ['\tx', `"'\tx"`],
  ['\rx', `"'\rx"`],
  ['  =1', `"'  =1"`],
  ['\t=1', `"'\t'=1"`],
  ['\uFF1D1', `"'\uFF1D1"`],
  ['Sam;=1', `"Sam;'=1"`],
  ['Sam;"=1"', `"Sam;'""=1"""`],
  ['Sam\t@SUM(1)', `"Sam\t'@SUM(1)"`],
  ['Sam, -1', `"Sam,' -1"`],
  ['Sam\n+1\r\n=2', `"Sam\n'+1\r\n'=2"`],
  ['Sam|=1', `"Sam|'=1"`],
])('%j is written as %s', (value, expected) => expect(written(value)).toBe(expected));

/** What a spreadsheet of another locale makes of a line: quotes count at the beginning of a cell only. */
const cellsBy = (separator: string, line: string) => line.split(separator).map((cell) => cell.replaceAll('"', ''));

test.each(Object.entries(SEPARATORS))('opened by %s, no cell of any file begins like a formula', (_name, separator) => {
  const attacks = ['=', '+', '-', '@'].flatMap((sign) =>
    ['', 'x;', 'x,', 'x\t', 'x;"', 'x; ', 'x\n'].map((before) => `${before}${sign}1`),
  );
  for (const written of Object.keys(SEPARATORS) as (keyof typeof SEPARATORS)[]) {
    const lines = csv([attacks], written)
      .replace('\uFEFF', '')
      .split(/[\r\n]+/);
    for (const cell of lines.flatMap((line) => cellsBy(separator, line))) expect(cell).not.toMatch(/^\s*[=+\-@]/);
  }
});

test('every cell is quoted and parted by what was asked for', () => {
  expect(
    csv(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      'semicolon',
    ),
  ).toBe('\uFEFF"a";"b"\r\n"c";"d"\r\n');
  expect(csv([['a', 'b']], 'tab')).toBe('\uFEFF"a"\t"b"\r\n');
});
