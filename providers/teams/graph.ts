import type { z } from 'zod';
import { type Api, callApi, type Call } from '../http.ts';
import type { Access } from '../provider.ts';

/** Microsoft Graph as one host's access reaches it. */
export interface Graph {
  readonly api: Api;
  /** Base URL of the API with its version. */
  readonly baseUrl: string;
  /** Names this installation in the events it makes. */
  readonly deployment: string;
}

/** Immutable ids stay when an item moves to another folder; notifications carry them only where the subscription asked so. */
export const HEADERS = { Prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' };

interface Request<T> {
  readonly method: Call<T>['method'];
  readonly path: string;
  /** OData options, `$` included. */
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The version of the event that may be changed; any other is refused as a conflict. */
  readonly ifMatch?: string | undefined;
  readonly answer: z.ZodType<T>;
}

/** @throws ProviderError */
export function callGraph<T>(graph: Graph, access: Access, request: Request<T>): Promise<T> {
  const { method, path, query, body, ifMatch, answer } = request;
  const url = new URL(graph.baseUrl + path);
  url.search = Object.entries(query ?? {})
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const headers = ifMatch === undefined ? HEADERS : { ...HEADERS, 'If-Match': ifMatch };
  return callApi(graph.api, { method, url, access, headers, body, answer });
}

/** Path of the default calendar's events. */
export const EVENTS = '/me/events';

/** Path of one event below Graph's base. */
export function eventPath(id: string): string {
  return `${EVENTS}/${encodeURIComponent(id)}`;
}
