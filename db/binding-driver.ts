import {
  isRaw,
  NativeQueryBuilder,
  type Platform,
  PostgreSqlConnection,
  PostgreSqlDriver,
  raw,
} from '@mikro-orm/postgresql';

type Execute = Parameters<PostgreSqlConnection['execute']>;
type Runner = NonNullable<Execute[3]>;

/**
 * Sends values beside the statement. MikroORM writes them into its text (github.com/mikro-orm/mikro-orm/issues/8001),
 * where the server's log, its list of running statements and its statistics would show names and addresses.
 */
export class BindingDriver extends PostgreSqlDriver {
  protected override readonly connection = new BindingConnection(this.config);
}

class BindingConnection extends PostgreSqlConnection {
  override async execute<T>(
    query: Execute[0],
    params: Execute[1] = [],
    method: Execute[2] = 'all',
    ctx?: Runner,
  ): Promise<T> {
    await this.ensureConnection();
    const runner: Runner = ctx ?? this.getClient();
    const { sql, values } = bind(this.platform, query, params);
    // What `super.execute` does besides is to write the statement once more with its values, for a log that is not kept.
    const result = await runner.executeQuery({ sql, parameters: values });
    return this.transformRawResult<T>(result, method);
  }
}

/**
 * The statement with `$1`, `$2` … for texts, times and bytes. Numbers, booleans and null stay in its text: they tell
 * nothing of a person, and Postgres takes their type from how they are written.
 */
function bind(platform: Platform, query: Execute[0], params: NonNullable<Execute[1]>) {
  const fragment = fragmentOf(query, params);
  const values: unknown[] = [];
  const binding = Object.assign(Object.create(platform) as Platform, {
    escape(value: unknown): string {
      if (Array.isArray(value)) return value.map((one) => binding.escape(one)).join(', ');
      if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean')
        return platform.escape(value);
      return `$${values.push(value instanceof Date ? value.toISOString() : value)}`;
    },
  });
  return { sql: binding.formatQuery(fragment.sql, fragment.params), values };
}

function fragmentOf(query: Execute[0], params: NonNullable<Execute[1]>) {
  if (query instanceof NativeQueryBuilder) return query.toRaw();
  if (isRaw(query)) return query;
  return Array.isArray(params) ? { sql: query, params } : raw(query, params);
}
