import type { Config } from '#config';
import type { Orm } from '#db/orm.ts';
import type { ProviderRegistry } from '#providers/registry.ts';
import type { Signals } from './signals.ts';

/** What every command works with. */
export interface CommandDeps {
  readonly orm: Orm;
  readonly config: Config;
  readonly providers: ProviderRegistry;
  readonly signals: Signals;
  now(): Date;
}
