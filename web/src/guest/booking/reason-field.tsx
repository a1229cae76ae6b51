import { described, Field } from '../event/fields.tsx';
import { t } from '../t.ts';
import { type Change, type ChangeProps, hasReasonProblem } from './change.tsx';

interface Props extends Pick<ChangeProps, 'booking' | 'refused'> {
  readonly change: Change;
}

/** Why the guest changes the booking, which some hosts want to know. */
export function ReasonField({ booking: { host, requiresReason }, refused, change }: Props) {
  const problem = hasReasonProblem(change.problem) ? t('reason.wrong') : undefined;
  return (
    <Field id="reason" label={t('reason.label', { host: host.name })} required={requiresReason} problem={problem}>
      <textarea
        className="input"
        id="reason"
        name="reason"
        rows={3}
        maxLength={1_000}
        required={requiresReason}
        defaultValue={refused?.reason ?? ''}
        {...described('reason', problem)}
      />
    </Field>
  );
}

/** What the guest has written there, as it is sent. */
export function reasonIn(form: FormData): { readonly reason?: string } {
  const reason = form.get('reason');
  const said = typeof reason === 'string' ? reason.trim() : '';
  return said === '' ? {} : { reason: said };
}
