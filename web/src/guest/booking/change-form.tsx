import type { ReactNode } from 'react';
import type { Booking } from './use-booking.ts';
import type { BookingChange } from './use-change.ts';

interface Props {
  readonly booking: Booking;
  readonly verb: 'reschedule' | 'cancel' | 'unsubscribe' | 'erase';
  readonly change: BookingChange;
  /** What goes along. */
  readonly hidden?: Readonly<Record<string, string | number>>;
  /** Called in place of sending the form, where scripts are at work. */
  readonly onSend: (form: FormData) => Promise<void>;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The form of a change: the server takes it as it is, the browser sends it without leaving the page. */
export function ChangeForm({ booking, verb, change, hidden = {}, onSend, className, children }: Props) {
  return (
    <form
      method="post"
      action={`/booking/${encodeURIComponent(booking.token)}/${verb}`}
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
