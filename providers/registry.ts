import type { Config } from '#config';
import type { LoginProvider } from './login.ts';
import { createMeetProvider } from './meet/index.ts';
import { createGoogleLogin } from './meet/login.ts';
import type { Provider } from './provider.ts';
import { createTeamsProvider } from './teams/index.ts';
import { createMicrosoftLogin } from './teams/login.ts';
import { createZoomProvider } from './zoom/index.ts';

/** The meeting providers of this installation, by id. */
export interface ProviderRegistry {
  all(): readonly Provider[];
  get(id: string): Provider | undefined;
  /** @throws RangeError for an id no provider has */
  require(id: string): Provider;
  /** Whether the variables the provider needs are set; an unconfigured one is shown as such and never called. */
  configured(id: string): boolean;
}

export type ProviderFactory = (config: Config) => Provider;

/** A new provider is its folder and one line here. */
const factories: readonly ProviderFactory[] = [createZoomProvider, createTeamsProvider, createMeetProvider];

/** @param made the providers to offer; tests add their own */
export function createProviderRegistry(config: Config, made: readonly ProviderFactory[] = factories): ProviderRegistry {
  const providers = new Map(made.map((create) => create(config)).map((provider) => [provider.manifest.id, provider]));
  const settings: Readonly<Record<string, unknown>> = config;
  return {
    all: () => [...providers.values()],
    get: (id) => providers.get(id),
    require(id) {
      const provider = providers.get(id);
      if (provider === undefined) throw new RangeError('No provider has this id');
      return provider;
    },
    configured: (id) => providers.get(id)?.manifest.variables.every((name) => settings[name] !== undefined) ?? false,
  };
}

const logins = { google: createGoogleLogin, microsoft: createMicrosoftLogin };

/** The providers whose accounts hosts of this installation may log in with. */
export const openLoginProviders = (config: Config): readonly LoginProvider[] =>
  (config.LOGIN_WITH ?? []).map((id) => logins[id](config));
