/** What came of a call to a provider. `parked` waits until a time the provider named, `nothing` had no call to make. */
export type Outcome =
  | 'created'
  | 'adopted'
  | 'updated'
  | 'deleted'
  | 'read'
  | 'done'
  | 'refused'
  | 'parked'
  | 'nothing';

/** An outcome with the stable code of a refusal or a pause. */
export interface Came {
  readonly outcome: Outcome;
  readonly code: string | null;
}

/** What the Temporal UI shows of an activity: an outcome, a code and a duration, nothing personal. */
export interface ActivityResult extends Came {
  readonly ms: number;
}

/** An outcome without a code. */
export const came = (outcome: Outcome): Came => ({ outcome, code: null });

/** Runs an activity and says how long it took, in whole milliseconds. */
export async function timed(work: () => Promise<Came>): Promise<ActivityResult> {
  const began = performance.now();
  const { outcome, code } = await work();
  return { outcome, code, ms: Math.round(performance.now() - began) };
}
