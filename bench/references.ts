import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import type { StackFile } from '#dev/stack/stack-file.ts';
import { flood, type Load, offer } from './load.ts';
import { timeEach } from './measure.ts';
import { measureSlotRules, type SlotRules } from './slot-rules.ts';

/** What a machine can do at best: the figures of a run are told as so many times these. */
export interface References {
  /** A Koa server that answers `{"ok":true}`: one after another, as fast as it can, and at 100 a second. */
  readonly koa: { readonly one: readonly number[]; readonly flood: Load; readonly offered: Load };
  /** A row inserted and committed in the stack's own Postgres, one after another. */
  readonly commit: readonly number[];
  /** The slot rules, beside the least that could do. */
  readonly rules: SlotRules;
}

/** Measures them on a stack. */
export async function measureReferences(stack: StackFile): Promise<References> {
  return {
    koa: await measureKoa(),
    commit: await measureCommit(stack.database),
    rules: measureSlotRules(),
  };
}

async function measureKoa(): Promise<References['koa']> {
  const server = fork(`${import.meta.dirname}/plain-koa.ts`);
  try {
    const [port] = (await once(server, 'message')) as [number];
    const address = `http://127.0.0.1:${port}/`;
    const one = await timeEach(200, async () => void (await (await fetch(address)).text()));
    return { one, flood: await flood(address), offered: await offer(address, 100) };
  } finally {
    server.disconnect();
  }
}

async function measureCommit(database: string): Promise<number[]> {
  const client = new Client(database);
  await client.connect();
  try {
    await client.query(
      'create table bench_commits (id bigint generated always as identity primary key, at timestamptz)',
    );
    return await timeEach(200, async () => void (await client.query('insert into bench_commits (at) values (now())')));
  } finally {
    await client.query('drop table if exists bench_commits');
    await client.end();
  }
}
