import { z } from 'zod';
import { PAGES } from '#api/pages/routes.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';

/** One request without a login. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  readonly body?: string;
}

/** As much of the OpenAPI document as tells how to ask for a route. */
const schema = z.looseObject({ $ref: z.string().optional() });
const document = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        security: z.array(z.unknown()).optional(),
        requestBody: z.object({ content: z.record(z.string(), z.object({ schema })) }).optional(),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({ examples: z.array(z.unknown()).optional() })) }),
});

type Document = z.output<typeof document>;

/**
 * Every route that needs no login: those of the OpenAPI document, with the bodies it gives as examples, and the pages and
 * their forms. @throws Error for a part of a path that `valuesOf` has nothing for: a new route's is added there
 */
export async function openRoutes(app: string, demo: StackFile['demo']): Promise<readonly Route[]> {
  const described = document.parse(await (await fetch(`${app}/openapi.json`)).json());
  const operations = Object.entries(described.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, { security = [] }]) => security.length === 0)
      .map(([method, { requestBody }]): Route => ({
        method,
        path,
        ...(method === 'get' ? {} : bodyOf(described, requestBody)),
      })),
  );
  const pages = Object.values(PAGES)
    .flat()
    .map(({ method, path }): Route => ({ method, path, ...(method === 'post' ? FORM : {}) }));
  const values = valuesOf(demo);
  return [...operations, ...pages].flatMap((route) => filled(route, values));
}

const FORM = { type: 'application/x-www-form-urlencoded', body: 'name=Mallory&email=mallory%40example.org' };

function bodyOf({ components }: Document, requestBody: Document['paths'][string][string]['requestBody']) {
  const reference = requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1) ?? '';
  const example = components.schemas[reference]?.examples?.[0] ?? {};
  return { type: 'application/json', body: JSON.stringify(example) };
}

/** What stands for the parts of a path; each value makes a route of its own. */
const valuesOf = ({ handle, eventTypes }: StackFile['demo']): Readonly<Record<string, readonly string[]>> => ({
  handle: [handle],
  slug: [eventTypes['zoom'] ?? ''],
  token: ['k1.none.none'],
  provider: ['zoom', 'teams', 'meet'],
  name: ['icon.svg'],
  page: ['login'],
  rest: ['event-types'],
});

function filled({ path, ...route }: Route, values: Readonly<Record<string, readonly string[]>>): Route[] {
  const part = /\{(\w+)\}|[:*](\w+)/.exec(path);
  if (part === null) return [{ ...route, path: withQuery(path) }];
  const known = values[part[1] ?? part[2] ?? ''];
  if (known === undefined) throw new Error(`Nothing to ask for ${path} with`);
  return known.flatMap((value) => filled({ ...route, path: path.replace(part[0], value) }, values));
}

const DAY_MS = 86_400_000;
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** What is asked for costs most with the longest range of days; other routes pass it over. */
const withQuery = (path: string) =>
  `${path}?from=${dayFromNow(0)}&to=${dayFromNow(59)}&state=none&code=none&token=none`;
