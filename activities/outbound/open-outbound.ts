import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch, type RequestInit, type Response } from 'undici';
import { type Allowed, isAllowed, problemOf } from '#domain/outbound/address.ts';
import { judging, NotPublic } from './judged-lookup.ts';

/** Calls to addresses that a host has given us, and that a stranger may have given the host. */
export interface Outbound {
  /** Follows no redirect: where one leads is for the caller to judge and to ask again. @throws NotPublic or as `fetch` */
  call(url: URL, request: Omit<RequestInit, 'dispatcher' | 'redirect'>): Promise<Response>;
  /** An answer that was not read to its end would hold its connection. */
  close(): Promise<void>;
}

/**
 * Nothing but public addresses is ever connected to, also where a name's server changes its answer: the address that was
 * judged is the one that is connected to.
 */
export function openOutbound(allowed: Allowed): Outbound {
  const agents = { strict: agentOf(judging(lookup)), free: agentOf(lookup) };
  return {
    async call(url, request) {
      if (problemOf(url, allowed) !== null) throw new NotPublic();
      const dispatcher = isAllowed(url, allowed) ? agents.free : agents.strict;
      return fetch(url, { ...request, dispatcher, redirect: 'manual' });
    },
    async close() {
      await Promise.all(Object.values(agents).map((agent) => agent.destroy()));
    },
  };
}

const agentOf = (lookup: LookupFunction) => new Agent({ connect: { lookup }, pipelining: 0 });

/** Whether a call failed because its address is not public. */
export const isNotPublic = (error: unknown): boolean => causes(error).some((one) => one instanceof NotPublic);

function causes(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (let cause = error; cause instanceof Error && found.length < 5; cause = cause.cause) found.push(cause);
  return found.flatMap((one) => (one instanceof AggregateError ? [one, ...one.errors] : [one]));
}
