import type { Route } from './call.ts';

/** The segments a path gives to the names of a route, or null where they do not fit. */
export function paramsOf(route: string, path: string): Record<string, string> | null {
  const wanted = route.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = decoded(given[index] ?? '');
    if (value === null) return null;
    if (segment.startsWith(':')) params[segment.slice(1)] = value;
    else if (segment !== value) return null;
  }
  return params;
}

export interface Match {
  readonly route: Route;
  readonly params: Record<string, string>;
}

/** The first route for method and path. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match | null {
  for (const route of routes) {
    const params = route.method === method ? paramsOf(route.path, path) : null;
    if (params !== null) return { route, params };
  }
  return null;
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
