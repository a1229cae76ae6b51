import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { operations } from '../operations.ts';
import type { ApiDeps } from '../deps.ts';
import { createRouter } from '../router.ts';
import { docsPage } from './docs-page.ts';
import { describeApi } from './document.ts';
import { openApiPath } from './paths.ts';
import { CODES, exampleOf } from './problem-answers.ts';

const document = describeApi(operations, 'https://app.example');
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const described = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  METHODS.flatMap((method) => (item[method] === undefined ? [] : [`${method} ${path}`])),
);

test('the router and the document name the same routes', () => {
  const routed = createRouter({} as ApiDeps).stack.flatMap(({ path, methods }) =>
    methods
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method.toLowerCase()} ${openApiPath(String(path))}`),
  );
  const ours = described.filter((route) => route !== 'get /openapi.json');
  expect(ours.toSorted()).toEqual(routed.toSorted());
});

test('a route stands in the part of the API it belongs to', () => {
  const ofOperators = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.some((method) => item[method]?.tags?.includes('Health')) ? [path] : [],
  );
  expect(ofOperators.toSorted()).toEqual(['/healthz', '/metrics', '/openapi.json', '/readyz']);
});

test('every route of the design is there', () => {
  const designed = `
    get /api/v1/me, patch /api/v1/me, post /api/v1/me/export, delete /api/v1/me,
    get /api/v1/schedules, post /api/v1/schedules,
    get /api/v1/schedules/{id}, patch /api/v1/schedules/{id}, delete /api/v1/schedules/{id},
    get /api/v1/event-types, post /api/v1/event-types,
    get /api/v1/event-types/{id}, patch /api/v1/event-types/{id}, delete /api/v1/event-types/{id},
    post /api/v1/event-types/{id}/duplicate, get /api/v1/event-types/{id}/slots,
    get /api/v1/integrations, post /api/v1/integrations/{provider}/connect, get /api/v1/integrations/attempts/{id},
    delete /api/v1/integrations/{provider}, post /api/v1/integrations/{provider}/create-missing-links,
    get /api/v1/bookings, get /api/v1/bookings/{id}, get /api/v1/bookings.csv,
    post /api/v1/bookings/{id}/confirm, post /api/v1/bookings/{id}/decline, post /api/v1/bookings/{id}/cancel,
    post /api/v1/bookings/{id}/reschedule, post /api/v1/bookings/{id}/resend, put /api/v1/bookings/{id}/link,
    get /api/v1/public/{handle}, get /api/v1/public/{handle}/{slug}, get /api/v1/public/{handle}/{slug}/slots,
    post /api/v1/public/{handle}/{slug}/bookings, get /api/v1/public/bookings/{token},
    post /api/v1/public/bookings/{token}/reschedule, post /api/v1/public/bookings/{token}/cancel,
    post /api/v1/public/bookings/{token}/unsubscribe, post /api/v1/public/bookings/{token}/export,
    post /api/v1/public/bookings/{token}/erase, get /api/v1/public/bookings/{token}/calendar.ics,
    get /oauth/{provider}/callback, post /webhooks/{provider}, get /healthz, get /readyz, get /metrics`
    .split(',')
    .map((route) => route.trim());
  expect(described).toEqual(expect.arrayContaining(designed));
});

test('every operation has a name of its own', () => {
  const names = operations.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name === '' || name === 'handle')).toEqual([]);
});

test('every code has an example that fits its schema, and an anchor in the docs', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, 'api');
  const validate = ajv.getSchema('api#/components/schemas/Problem');
  const { html: page } = docsPage(document);
  expect(CODES.filter((code) => validate?.(exampleOf(code)) !== true)).toEqual([]);
  expect(CODES.filter((code) => !page.includes(`id="${code}"`))).toEqual([]);
});

test('every body has an example that the operation takes', () => {
  const bodies = operations.filter(({ body }) => body !== undefined);
  const unfit = bodies.filter(({ body }) => body?.safeParse(exampleFor(body)).success !== true);
  expect(unfit.map(({ name }) => name)).toEqual([]);
});

function exampleFor(body: z.ZodType): unknown {
  const { examples = [] } = (body.meta() ?? {}) as { examples?: readonly unknown[] };
  return examples[0];
}

test('nothing in the docs leads nowhere', () => {
  const { html: page } = docsPage(document);
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(targets.length).toBeGreaterThan(100);
  expect(targets.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
});
