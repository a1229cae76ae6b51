import type { z } from 'zod';
import type { Em } from '#db/host-transaction.ts';
import type { SessionHost } from './auth/session.ts';
import type { ApiContext } from './context.ts';
import type { ApiDeps } from './deps.ts';
import type { ProblemCode } from './problem.ts';

/** A good answer: JSON of `schema`, or text of `type`, or nothing (204). */
interface Success<R extends z.ZodType> {
  readonly status: 200 | 201 | 202 | 204 | 303;
  readonly description: string;
  readonly schema?: R;
  readonly type?: string;
}

/** What a route is told of one request; every part has passed its schema. */
export interface Call<P, Q, B> {
  readonly deps: ApiDeps;
  readonly em: Em;
  readonly now: Date;
  readonly ctx: ApiContext;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/** Of a host in person, or of a program with one of the host's API keys. */
export type HostCall<P, Q, B> = Call<P, Q, B> & { readonly host: { readonly id: string } };
/** Of a host in person. */
export type SessionCall<P, Q, B> = Call<P, Q, B> & { readonly host: SessionHost };

interface Shape<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As the router reads it: `/api/v1/bookings/:id`. */
  readonly path: string;
  /** The operationId, where it is not the handler's own name. */
  readonly name?: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Types of a body that is a file: the handler reads `ctx.state.rawBody`. */
  readonly takes?: readonly string[];
  readonly headers?: z.ZodObject;
  readonly success: Success<R>;
  /** Other good answers, by status. */
  readonly also?: Readonly<Record<number, string>>;
  /** The handler writes the answer itself. */
  readonly answersItself?: boolean;
  /** Problems of its own, beside those every route of its kind has. */
  readonly problems?: readonly ProblemCode[];
}

/** A Buffer is the answer as it is sent: JSON of the schema, written once for many who ask. */
type Handler<C, R extends z.ZodType> = (call: C) => Promise<z.input<R> | Buffer>;

/** One operation of the API: the router, the checks and the OpenAPI document are all made from it. */
export interface Operation extends Shape<z.ZodType, z.ZodType, z.ZodType, z.ZodType> {
  readonly name: string;
  readonly access: 'host' | 'session' | 'open';
  readonly handle: (call: SessionCall<unknown, unknown, unknown>) => Promise<unknown>;
}

/** An operation of a host, in person or by an API key. */
export function hostOperation<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType = z.ZodVoid,
>(shape: Shape<P, Q, B, R> & { handle: Handler<HostCall<z.output<P>, z.output<Q>, z.output<B>>, R> }): Operation {
  return { name: shape.handle.name, ...shape, access: 'host' } as unknown as Operation;
}

/** An operation of a host in person: no API key will do. */
export function sessionOperation<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType = z.ZodVoid,
>(shape: Shape<P, Q, B, R> & { handle: Handler<SessionCall<z.output<P>, z.output<Q>, z.output<B>>, R> }): Operation {
  return { name: shape.handle.name, ...shape, access: 'session' } as unknown as Operation;
}

/** An operation that needs no login. */
export function openOperation<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType = z.ZodVoid,
>(shape: Shape<P, Q, B, R> & { handle: Handler<Call<z.output<P>, z.output<Q>, z.output<B>>, R> }): Operation {
  return { name: shape.handle.name, ...shape, access: 'open' } as unknown as Operation;
}
