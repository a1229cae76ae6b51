import type { EntityMetadata, EntityName } from '@mikro-orm/postgresql';
import type { Em } from './host-transaction.ts';

/** A row that is to be inserted: the names of its columns, a place for each value, and the values. */
interface NewRow {
  readonly columns: string;
  readonly places: string;
  readonly values: readonly unknown[];
}

/**
 * A new row by the names that the entity gives its columns, for a statement that is written out. What is left out, or null,
 * gets the column's default. Numbers and booleans are bound as text, so that every row makes the same statement.
 */
export function newRow<Entity extends object>(
  em: Em,
  entity: EntityName<Entity>,
  given: Readonly<Partial<Entity>>,
): NewRow {
  const row: Record<string, unknown> = { ...given };
  const set = columnsOf(em.getMetadata().get<Entity>(entity)).flatMap(({ name, column, isJson, onCreate }) => {
    const value = row[name] ?? onCreate?.();
    return value == null ? [] : [{ column, value: bound(value, isJson) }];
  });
  return {
    columns: set.map(({ column }) => column).join(', '),
    places: set.map(() => '?').join(', '),
    values: set.map(({ value }) => value),
  };
}

function bound(value: unknown, isJson: boolean): unknown {
  if (isJson) return JSON.stringify(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

interface Column {
  readonly name: string;
  readonly column: string;
  readonly isJson: boolean;
  readonly onCreate: (() => unknown) | undefined;
}

const known = new WeakMap<object, readonly Column[]>();

function columnsOf<Entity extends object>(meta: EntityMetadata<Entity>): readonly Column[] {
  const found = known.get(meta);
  if (found !== undefined) return found;
  const columns = meta.props.flatMap(({ name, fieldNames: [column], columnTypes: [type], onCreate, generated }) =>
    column === undefined || generated
      ? []
      : [{ name, column, isJson: type === 'jsonb', onCreate: onCreate as Column['onCreate'] }],
  );
  known.set(meta, columns);
  return columns;
}
