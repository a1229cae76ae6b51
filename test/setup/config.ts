import { randomBytes } from 'node:crypto';
import { type Config, readConfig } from '#config';

/** Environment variables of an installation with fresh keys, as `readConfig` takes them. */
export function testEnvironment(overrides: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    AUTH_SECRET: randomBytes(32).toString('hex'),
    TOKEN_KEYS: newKeyRing(),
    LINK_KEYS: newKeyRing(),
    RATE_LIMIT_SCALE: '1000',
    DEV_INSTANT_SIGN_UP: '1',
    ...overrides,
  };
}

/** A valid configuration with fresh keys and generous rate limits; `overrides` are environment variables. */
export function testConfig(overrides: Readonly<Record<string, string>> = {}): Config {
  return readConfig(testEnvironment(overrides));
}

function newKeyRing(): string {
  return `k1:${randomBytes(32).toString('base64')}`;
}
