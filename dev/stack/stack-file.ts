import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartName } from './part.ts';

export type Pids = Partial<Record<PartName | 'supervisor', number>>;

export interface Login {
  readonly email: string;
  readonly password: string;
  readonly handle: string;
}

export interface DemoLogin extends Login {
  /** Slugs of the published event types, by provider. */
  readonly eventTypes: Readonly<Record<string, string>>;
}

/** What `stack.json` tells those who work with a running stack: base URLs, process ids, logins. */
export interface StackFile {
  readonly app: string;
  /** `host:port` */
  readonly temporal: string;
  /** Left out where the Temporal server is not ours. */
  readonly temporalUi?: string;
  readonly mailbox: string;
  readonly smtp: string;
  readonly simulators: string;
  readonly database: string;
  /** Where Postgres keeps its files, where that is not in DATA_DIR. */
  readonly databaseFiles?: string;
  readonly pids: Pids;
  readonly demo: DemoLogin;
  readonly nova: Login;
}

interface OpenStackFile {
  /** From now on in the file, if it is published. */
  setPid(name: PartName, pid: number): void;
  /** Writes it, and again whenever a process id changes. */
  publish(content: Omit<StackFile, 'pids'>): Promise<StackFile>;
  /** Removes it; later changes of a process id do not write it again. */
  remove(): Promise<void>;
}

const pathOf = (folder: string) => join(folder, 'stack.json');

/** Undefined where no stack is ready on this folder. */
export async function readStackFile(folder: string): Promise<StackFile | undefined> {
  const text = await readFile(pathOf(folder), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as StackFile);
}

/** What the stack that runs on this folder says of itself. @throws Error where none does, with how to start one */
export async function runningStack(folder: string): Promise<StackFile> {
  const file = await readStackFile(folder);
  if (file === undefined) throw new Error(`No stack runs on ${folder}. Start one with: npm start`);
  return file;
}

/** Takes an earlier stack's file away and gives the means to write ours: whole or not at all, for its owner's eyes only. */
export async function openStackFile(folder: string): Promise<OpenStackFile> {
  const path = pathOf(folder);
  const pids: Pids = { supervisor: process.pid };
  let published: Omit<StackFile, 'pids'> | undefined;
  let last = Promise.resolve();
  const writeAfter = async (earlier: Promise<void>) => {
    await earlier;
    if (published === undefined) return;
    await writeFile(`${path}.new`, `${JSON.stringify({ ...published, pids }, null, 2)}\n`, { mode: 0o600 });
    await rename(`${path}.new`, path);
  };
  const write = () => (last = writeAfter(last));
  await rm(path, { force: true });
  return {
    setPid(name, pid) {
      pids[name] = pid;
      void write();
    },
    async publish(content) {
      published = content;
      await write();
      return { ...content, pids };
    },
    async remove() {
      published = undefined;
      await last;
      await rm(path, { force: true });
    },
  };
}
