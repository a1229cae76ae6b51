import type { Config } from '#config';
import type { Orm } from '#db/orm.ts';
import type { ProviderRegistry } from '#providers/registry.ts';
import type { Signals } from './signals.ts';

/** What every command works with. */
export interface CommandDeps {
  readonly orm: Orm;
  /** A small pool of its own for token refreshes, which hold a transaction during a provider call. */
  readonly tokenOrm: Orm;
  readonly config: Config;
  readonly providers: ProviderRegistry;
  readonly signals: Signals;
  now(): Date;
}
