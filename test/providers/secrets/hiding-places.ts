import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Client } from '@temporalio/client';
import { Client as Postgres } from 'pg';

/** A piece of what a system keeps, as text, and where it was found. */
export interface Kept {
  readonly where: string;
  readonly text: string;
}

/** Every row of every table as text; bytes are in hex. */
export async function databaseOf(url: string): Promise<Kept[]> {
  const client = new Postgres(url);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
    );
    const kept: Kept[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
      kept.push(...rows.map(({ text }) => ({ where: `table ${name}`, text })));
    }
    return kept;
  } finally {
    await client.end();
  }
}

/** How many bytes each part's log has by now. */
export async function logSizes(dataFolder: string): Promise<ReadonlyMap<string, number>> {
  const folder = join(dataFolder, 'logs');
  const files = await readdir(folder);
  return new Map(await Promise.all(files.map(async (file) => [file, (await stat(join(folder, file))).size] as const)));
}

/** Every line of every part's log, from these sizes on. */
export async function logsOf(dataFolder: string, from: ReadonlyMap<string, number> = new Map()): Promise<Kept[]> {
  const folder = join(dataFolder, 'logs');
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => textFrom(join(folder, file), from.get(file) ?? 0)));
  return texts.flatMap((text, index) => text.split('\n').map((line) => ({ where: `log ${files[index]}`, text: line })));
}

async function textFrom(path: string, start: number): Promise<string> {
  const { size } = await stat(path);
  // A log that grew too long was begun again.
  return text(createReadStream(path, { start: start <= size ? start : 0 }));
}

/** Every event of these workflows, or of all, payloads decoded: arguments, results, failures, summaries, search attributes. */
export async function historiesOf(client: Client, ids?: readonly string[]): Promise<Kept[]> {
  if (ids?.length === 0) return [];
  const kept: Kept[] = [];
  const query = ids === undefined ? {} : { query: `WorkflowId in (${ids.map((id) => `'${id}'`).join(', ')})` };
  for await (const { workflowId, runId } of client.workflow.list(query)) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    kept.push(...(events ?? []).map((event) => ({ where: `history ${workflowId}`, text: decoded(event) })));
  }
  return kept;
}

/** A protocol message as text: bytes as what they spell, everything else by its fields. */
function decoded(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return value.map(decoded).join(' ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, field]) => `${name}=${decoded(field)}`)
    .join(' ');
}

/** Where one of the texts is kept, in any form: as it is, in an address, in hex or base64, in upper or lower case. */
export function findIn(kept: readonly Kept[], canaries: Readonly<Record<string, string>>): string[] {
  const forms = Object.entries(canaries).flatMap(([name, text]) => {
    if (text.length < 8) throw new Error(`${name} is too short to be told from chance`);
    return [
      text,
      encodeURIComponent(text),
      Buffer.from(text).toString('hex'),
      Buffer.from(text).toString('base64').replace(/=+$/, ''),
    ].map((form) => ({ name, form: form.toLowerCase() }));
  });
  const found = new Set<string>();
  for (const { where, text } of kept) {
    const lower = text.toLowerCase();
    for (const { name, form } of forms) if (lower.includes(form)) found.add(`${name} in ${where}`);
  }
  return [...found];
}
