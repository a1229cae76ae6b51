import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal } from './journal.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
  path = join(folder, 'simulator.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

test('an opened journal has what the one before it had, its clock included', () => {
  const first = openJournal(path);
  first.transact(() => {
    first.table('meetings').put('1', { at: first.tick() });
    first.table('meetings').put('2', { at: first.tick() });
    first.table('meetings').remove('1');
  });
  first.close();
  const second = openJournal(path);
  expect(second.table('meetings').all()).toEqual([{ at: 2 }]);
  expect(second.tick()).toBe(3);
});

test('a last line cut short by a kill is dropped, and writing continues after it', async () => {
  const first = openJournal(path);
  first.transact(() => first.table('meetings').put('ä', 'whole'));
  first.close();
  await appendFile(path, '{"n":9,"at":"20');
  const second = openJournal(path);
  second.transact(() => second.table('meetings').put('b', 'after'));
  second.close();
  expect(openJournal(path).table('meetings').all()).toEqual(['whole', 'after']);
});

test('a transaction that throws changes nothing', async () => {
  const journal = openJournal(path);
  const rows = journal.table<string>('rows');
  journal.transact(() => rows.put('kept', 'before'));
  const work = () =>
    journal.transact(() => {
      rows.put('kept', 'after');
      rows.put('new', 'row');
      rows.clear();
      throw new Error('no');
    });
  expect(work).toThrow('no');
  expect(rows.all()).toEqual(['before']);
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(2);
});

test('a part that throws is undone alone', () => {
  const journal = openJournal(path);
  const rows = journal.table<string>('rows');
  journal.transact(() => {
    rows.put('a', 'outer');
    const part = () =>
      journal.transact(() => {
        rows.put('a', 'inner');
        rows.put('b', 'inner');
        throw new Error('no');
      });
    expect(part).toThrow('no');
    rows.put('c', 'outer');
  });
  journal.close();
  expect(openJournal(path).table('rows').all()).toEqual(['outer', 'outer']);
});
