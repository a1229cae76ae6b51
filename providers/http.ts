import { z } from 'zod';
import { boundedFetch, type Limits, unusable } from './bounded-fetch.ts';
import { earliest } from './deadline.ts';
import { readJson } from './json-text.ts';
import type { ProviderError } from './provider-error.ts';
import type { Access } from './provider.ts';

/** One call to a provider's API. */
export interface Call<T> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly access: Pick<Access, 'accessToken' | 'until'>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** The fields we use of a successful answer; others are ignored. */
  readonly answer: z.ZodType<T>;
}

/** An answer that says no. `body` is what it said as JSON, or null. */
export interface Refusal {
  readonly method: string;
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Api extends Limits {
  /** The provider's reading of an answer outside of 2xx. */
  readonly errorOf: (refusal: Refusal) => ProviderError;
}

/** For calls whose answer says nothing we use. */
export const nothing = z.unknown().transform(() => undefined);

/**
 * Calls a provider's API: JSON both ways, within the limits of `boundedFetch`.
 * @throws ProviderError as the provider's `errorOf` reads a refusal, or `unavailable` for an answer of another shape, after
 * which the effect of a write is unknown
 */
export async function callApi<T>(api: Api, call: Call<T>): Promise<T> {
  const limits = { ...api, until: earliest(api.until, call.access.until) };
  const answer = await boundedFetch(call.url, requestOf(call), limits);
  if (answer.status < 200 || answer.status > 299)
    throw api.errorOf({
      method: call.method,
      url: call.url,
      status: answer.status,
      headers: answer.headers,
      body: readJson(answer.body) ?? null,
    });
  const parsed = call.answer.safeParse(readJson(answer.body));
  if (!parsed.success) throw unusable(api, `not as expected at ${placesOf(parsed.error)}`, answer.status);
  return parsed.data;
}

function requestOf(call: Call<unknown>): Parameters<typeof boundedFetch>[1] {
  const headers = { Accept: 'application/json', Authorization: `Bearer ${call.access.accessToken}`, ...call.headers };
  if (call.body === undefined) return { method: call.method, headers };
  return {
    method: call.method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(call.body),
  };
}

function placesOf(error: z.ZodError): string {
  return error.issues.map(({ path }) => `/${path.join('/')}`).join(' ');
}
