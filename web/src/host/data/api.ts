import type { paths } from '#api/openapi/client/types.ts';
import { call, type Options } from '../../shared/api.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type PathOf<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, object> ? P : never }[keyof paths];

/** JSON by its schema, a file as it is, or nothing. */
type ContentOf<Part> = Part extends { content: infer Content }
  ? Content extends { 'application/json': infer Json }
    ? Json
    : Blob
  : void;

/** The good answers: problems are thrown. */
type AnswerOf<O> = O extends { responses: infer R } ? ContentOf<R[Extract<keyof R, number>]> : never;

/** `path` and `query` as the document has them, and the body, where the operation takes them. */
type Sent<O> = (O extends { parameters: infer P } ? Pick<P, Extract<keyof P, 'path' | 'query'>> : unknown) & {
  [Part in keyof O as Part extends 'requestBody' ? 'body' : never]: ContentOf<O[Part]>;
};

type Arguments<O> = Partial<Sent<O>> extends Sent<O> ? [sent?: Sent<O> & Options] : [sent: Sent<O> & Options];

interface AnySent extends Options {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const calling =
  <M extends Method>(method: M) =>
  <P extends PathOf<M>>(template: P, ...[sent]: Arguments<paths[P][M]>): Promise<AnswerOf<paths[P][M]>> => {
    const { path = {}, query = {}, body, ...options } = (sent ?? {}) as AnySent;
    return call(method.toUpperCase(), addressOf(template, path, query), body, options);
  };

function addressOf(template: string, path: Readonly<Record<string, string>>, query: Record<string, string>) {
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const asked = new URLSearchParams(query).toString();
  return asked === '' ? filled : `${filled}?${asked}`;
}

/**
 * Our API by its OpenAPI document: `api.get('/api/v1/bookings/{id}', { path: { id } })`. Paths, parameters, bodies and
 * answers are types made by `npm run client`. Every call fails with `ApiProblem`, or with the abort it was given.
 */
export const api = {
  get: calling('get'),
  post: calling('post'),
  put: calling('put'),
  patch: calling('patch'),
  delete: calling('delete'),
};
