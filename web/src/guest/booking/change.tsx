import { type ReactNode, useRef, useState } from 'react';
import type { RefusedChange } from '#api/pages/schema.ts';
import { api, ApiProblem, isProblem } from '../../shared/api.ts';
import { refusalOf } from '../event/refusal.ts';
import { asProblem, LONGEST_WAIT, Notice } from '../problems.tsx';
import { announce } from '../shell.tsx';
import { t } from '../t.ts';
import { useSameLanguage } from '../url-state.tsx';
import { type Booking, bookingPath } from './use-booking.ts';

/** What a part of the page needs to change the booking. */
export interface ChangeProps {
  readonly booking: Booking;
  /** What became of the change that the page itself sent. */
  readonly refused?: RefusedChange | null;
  /** The booking after the change. */
  readonly onChanged: (booking: Booking) => void;
  /** The booking is not what the guest saw. */
  readonly onStale?: () => Promise<void>;
}

/** One change of a booking: done once, never twice at a time, its refusal kept to be shown. */
export interface Change {
  /** Where a browser without scripts sends the change's form. */
  readonly action: string;
  readonly isBusy: boolean;
  readonly problem: ApiProblem | null;
  readonly forget: () => void;
  /** Sends it, and says what has happened; refused, it leaves a `problem`. */
  readonly send: (body: Record<string, unknown>, said: (changed: Booking) => string) => Promise<void>;
}

export function useChange(
  verb: 'reschedule' | 'cancel' | 'unsubscribe' | 'erase',
  { booking, refused = null, onChanged, onStale }: ChangeProps,
): Change {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState(() => (refused?.verb === verb ? new ApiProblem(refused.problem) : null));
  const busy = useRef(false);

  async function send(body: Record<string, unknown>, said: (changed: Booking) => string): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const changed = await api.post<Booking>(`${bookingPath(booking.token)}/${verb}`, body, {
        withinMs: LONGEST_WAIT,
      });
      announce(said(changed));
      onChanged(changed);
    } catch (error) {
      setProblem(asProblem(error));
      // Changed meanwhile: the guest decides again on what is true now.
      if (isProblem(error, 'stale', 'invalid_transition', 'not_found')) await onStale?.();
    } finally {
      busy.current = false;
      setBusy(false);
    }
  }

  const action = useSameLanguage(`/booking/${encodeURIComponent(booking.token)}/${verb}`);
  return { action, isBusy, problem, forget: () => setProblem(null), send };
}

interface FormProps {
  readonly change: Change;
  /** What goes along. */
  readonly hidden?: Readonly<Record<string, string | number>>;
  /** Called in place of sending the form, where scripts are at work. */
  readonly onSend: (form: FormData) => Promise<void>;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The form of a change: the server takes it as it is, the browser sends it without leaving the page. */
export function ChangeForm({ change, hidden = {}, onSend, className, children }: FormProps) {
  return (
    <form
      method="post"
      action={change.action}
      className={className}
      aria-busy={change.isBusy}
      onSubmit={(event) => {
        event.preventDefault();
        if (!change.isBusy) void onSend(new FormData(event.currentTarget));
      }}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** Whether the reason is wrong, which is said beside its field. */
export const hasReasonProblem = (problem: ApiProblem | null): boolean =>
  problem?.errors.some(({ pointer }) => pointer === '/reason') === true;

interface ProblemProps {
  readonly title: string;
  readonly problem: ApiProblem | null;
}

/** Why a change was refused; the button that asked for it stays and is the retry. */
export function ChangeProblem({ title, problem }: ProblemProps) {
  if (problem === null || hasReasonProblem(problem)) return null;
  const isStale = problem.code === 'stale' || problem.code === 'invalid_transition';
  return (
    <Notice kind="bad" title={isStale ? t('booking.changed') : title} urgent>
      <p>{isStale ? t('booking.changedText') : refusalOf(problem)}</p>
    </Notice>
  );
}
