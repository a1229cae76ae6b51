import { Client } from 'pg';

/** So many statements are kept prepared by each connection; those that come first. */
const MOST = 200;
/** A statement is prepared once it has come so often: some are made of what is asked, and never come again. */
const WORTH = 5;
/** So many others are counted at a time. */
const COUNTED = 2_000;
/** Its rows have as many columns as the table, which a migration may change under a prepared statement. */
const BRINGS_ALL_COLUMNS = /(?:^\s*select|\breturning)\s+(?:"?\w+"?\.)?\*/i;
/** `cached plan must not change result type` */
const CHANGED_RESULT = '0A000';

const counts = new Map<string, number>();
/** By text; null for one that is not to be prepared. */
const names = new Map<string, string | null>();

type Query = typeof Client.prototype.query;

/** Has Postgres parse and plan the statements that come again and again once a connection instead of every time. */
export class PreparingClient extends Client {
  override query = ((...given: Parameters<Query>) => {
    const [text, values] = given as readonly unknown[];
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : null;
    if (name === null || typeof text !== 'string') return super.query(...given);
    return super.query({ name, text, values: values as unknown[] }).catch((error: unknown) => {
      if ((error as { code?: unknown }).code === CHANGED_RESULT) names.set(text, null);
      throw error;
    });
  }) as Query;
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST) return null;
  const count = (counts.get(text) ?? 0) + 1;
  if (count < WORTH) {
    if (counts.size >= COUNTED) counts.clear();
    counts.set(text, count);
    return null;
  }
  counts.delete(text);
  const name = BRINGS_ALL_COLUMNS.test(text) ? null : `s${names.size}`;
  names.set(text, name);
  return name;
}
