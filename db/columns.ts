import type { EntityMetadata, EntityName } from '@mikro-orm/postgresql';
import type { Em } from './host-transaction.ts';

/** One column of an entity's table. */
export interface Column {
  /** The entity's name for it. */
  readonly name: string;
  readonly column: string;
  /** As statements write it: `timestamptz`. */
  readonly sqlType: string;
  /** What the entity holds: `Date`, `Buffer`, `string` … */
  readonly type: string;
  /** Not read with the others. */
  readonly isLazy: boolean;
  /** The value it gets by itself. */
  readonly onCreate: ((row: object, em: Em) => unknown) | undefined;
  readonly onUpdate: ((row: object, em: Em) => unknown) | undefined;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

const known = new WeakMap<object, Table>();

/** An entity's table, without the columns that Postgres computes. */
export function tableOf<Entity extends object>(em: Em, entity: EntityName<Entity>): Table {
  const meta: EntityMetadata = em.getMetadata().get(entity);
  const found = known.get(meta);
  if (found !== undefined) return found;
  const columns = meta.props.flatMap((prop): Column[] => {
    const { name, fieldNames, columnTypes, runtimeType: type, lazy = false, generated, onCreate, onUpdate } = prop;
    const [[column], [sqlType]] = [fieldNames, columnTypes];
    if (column === undefined || sqlType === undefined || generated) return [];
    return [{ name, column, sqlType, type, isLazy: lazy, onCreate, onUpdate }];
  });
  const table = { name: meta.tableName, columns };
  known.set(meta, table);
  return table;
}

/** A value as it is bound: numbers and booleans as text, so that every row makes the same statement. */
export function bound({ sqlType }: Column, value: unknown): unknown {
  if (value == null) return null;
  if (sqlType === 'jsonb') return JSON.stringify(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
