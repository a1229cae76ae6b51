import { Client } from 'pg';

/** So many statements are kept prepared by a connection; those that come first. */
const MOST = 200;
/** A statement is prepared once it has come so often: some are made of what is asked, and never come again. */
const WORTH = 5;
/** So many others are counted at a time. */
const COUNTED = 500;
/** Its rows have as many columns as the table, which a migration may change under a prepared statement. */
const BRINGS_ALL_COLUMNS = /[,\s](?:"?\w+"?\.)?\*(?=\s*(?:,|from\b|$))/i;
/** `cached plan must not change result type` */
const CHANGED_RESULT = '0A000';

type Query = typeof Client.prototype.query;
type Answered = (error: Error | null, result: unknown) => void;

/** What may be sent along with its transaction's begin: were that to fail, what this one did would stay undone. */
const ONLY_READS = /^\s*select\b/i;
/** What `begin` answers, before it is sent. */
const BEGUN = { command: 'BEGIN', rowCount: null, rows: [] };

/**
 * Has Postgres parse and plan the statements that come again and again once a connection instead of every time, and sends
 * a transaction's begin with its first statement: one way there and back less. To be made with `pipeline`, or the second
 * waits for the first.
 */
export class PreparingClient extends Client {
  #isBeginning = false;
  readonly #counts = new Map<string, number>();
  readonly #names = new Map<string, string>();
  readonly #changing = new Set<string>();

  override query = ((...given: Parameters<Query>) => {
    const [text] = given as readonly unknown[];
    if (text === 'begin') {
      this.#isBeginning = true;
      return Promise.resolve(BEGUN);
    }
    if (!this.#isBeginning) return this.#send(given);
    this.#isBeginning = false;
    if (text === 'commit' || text === 'rollback') return Promise.resolve(BEGUN);
    return this.#sendFirst(given);
  }) as Query;

  async #sendFirst(given: Parameters<Query>): Promise<unknown> {
    const [text] = given as readonly unknown[];
    if (typeof text !== 'string' || !ONLY_READS.test(text)) {
      await super.query('begin');
      return this.#send(given);
    }
    const { stream } = this.connection;
    stream.cork();
    const sent = Promise.all([super.query('begin'), this.#send(given)]);
    stream.uncork();
    return (await sent)[1];
  }

  #send(given: Parameters<Query>) {
    const [text, values, callback] = given as readonly unknown[];
    if (typeof text !== 'string' || typeof values === 'function') return super.query(...given);
    const list: unknown[] = Array.isArray(values) ? values : [];
    const name = list.length > 0 ? this.#nameOf(text) : null;
    const query = { text, values: list, ...(name !== null && { name }) };
    if (typeof callback === 'function') return super.query(query, this.#minding(text, callback as Answered));
    // As `pg` makes a promise, but without assigning a function to a property of the query: V8 counts such functions as
    // old from the start, so that each would keep its query and rows until all of the heap is collected.
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    super.query(
      query,
      this.#minding(text, (error, result) => (error ? reject(error) : resolve(result))),
    );
    return promise;
  }

  /** A statement whose result has changed is not sent prepared again. */
  #minding(text: string, answered: Answered): Answered {
    return (error, result) => {
      if (error && 'code' in error && error.code === CHANGED_RESULT) this.#changing.add(text);
      answered(error, result);
    };
  }

  #nameOf(text: string): string | null {
    if (this.#changing.has(text)) return null;
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= MOST || BRINGS_ALL_COLUMNS.test(text)) return null;
    const count = (this.#counts.get(text) ?? 0) + 1;
    if (count < WORTH) {
      if (this.#counts.size >= COUNTED) this.#counts.clear();
      this.#counts.set(text, count);
      return null;
    }
    this.#counts.delete(text);
    const name = `s${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}
