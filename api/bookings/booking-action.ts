import type { z } from 'zod';
import type { ApiDeps } from '../deps.ts';
import { hostOperation, type Operation } from '../operation.ts';
import type { ProblemCode } from '../problem.ts';
import { idParams } from '../shared/schema.ts';
import { type Defined, withoutUndefined } from '../shared/without-undefined.ts';
import { loadBooking } from './present.ts';
import { hostBooking } from './schema.ts';

interface BookingAction<B extends z.ZodObject> {
  readonly name: string;
  readonly method?: 'post' | 'put';
  /** The last part of the address. */
  readonly path: string;
  readonly summary: string;
  readonly body: B;
  /** Problems beside those every action has. */
  readonly problems?: readonly ProblemCode[];
  /** For actions that can be repeated and mail both sides each time: they count against the limits of changes. */
  readonly isCounted?: boolean;
  /** `ip`: where the request comes from. */
  readonly run: (
    deps: ApiDeps,
    asked: { bookingId: string; hostId: string } & Defined<z.output<B>>,
    ip: string,
  ) => Promise<void>;
}

/** A host's change of one booking: its limits, the command, then the booking as it is now. */
export function bookingAction<B extends z.ZodObject>(action: BookingAction<B>): Operation {
  const { name, method = 'post', path, summary, body, problems = [], isCounted = false, run } = action;
  return hostOperation({
    name,
    method,
    path: `/api/v1/bookings/:id/${path}`,
    summary,
    params: idParams,
    body,
    success: { status: 200, description: 'The booking as it is now', schema: hostBooking },
    problems: ['not_found', 'invalid_transition', 'stale', ...problems],
    handle: async function actOnBooking({ deps, host, params, body, ctx }) {
      if (isCounted) await countChange(deps, host.id, params.id);
      await run(deps, { bookingId: params.id, hostId: host.id, ...withoutUndefined(body) }, ctx.ip);
      return loadBooking(deps, host.id, params.id);
    },
  });
}

/** The booking counts for this host only, since its id may be another host's. @throws Problem `rate_limited` */
async function countChange({ limits }: ApiDeps, hostId: string, bookingId: string): Promise<void> {
  await limits.spend('changeOfBooking', `${hostId} ${bookingId}`);
  await limits.spend('changeByHost', hostId);
}
