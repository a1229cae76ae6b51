import { useState } from 'react';
import { MOST_FURTHER_GUESTS } from '#domain/further-guests.ts';
import { t } from '../t.ts';
import { described, Field } from './fields.tsx';

interface Props {
  readonly typed: string;
  readonly problem: string | undefined;
}

/** Further guests, behind a button that needs no scripts: most bookings have none. */
export function GuestsField({ typed, problem }: Props) {
  const [isOpen, setOpen] = useState(typed !== '');
  return (
    <details
      className="guests"
      open={isOpen || problem !== undefined}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="button">{t('form.guests.add')}</summary>
      <Field
        id="field-guests"
        label={t('form.guests')}
        required={false}
        problem={problem}
        hint={t('form.guests.hint', { most: MOST_FURTHER_GUESTS })}
      >
        <textarea
          className="input"
          id="field-guests"
          name="guests"
          rows={3}
          maxLength={4_000}
          autoComplete="off"
          {...described('field-guests', problem, true)}
          defaultValue={typed}
        />
      </Field>
    </details>
  );
}
