import { Button, Group } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { type Me, type MeChange, useChangeMe } from '../data/me.ts';
import { t } from '../text.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { tell } from './tell.tsx';
import { UnsavedGuard } from './unsaved-work.tsx';
import { type Draft, useDraft } from './use-draft.ts';

/**
 * A part of the host's profile in a form of its own. `save` sends a change; once it is saved, `onSaved` says so. What is
 * refused is said at its fields.
 */
export function useProfileDraft<Values extends object>(me: Me, valuesOf: (me: Me) => Values) {
  const draft = useDraft(valuesOf(me));
  const change = useChangeMe();
  const save = (body: MeChange, onSaved: (saved: Me) => void = () => tell(t('common.saved'))) =>
    change.mutate(body, {
      onSuccess: (saved) => {
        draft.settle(valuesOf(saved), draft.values);
        onSaved(saved);
      },
      onError: draft.refuse,
    });
  return { draft, change, save };
}

interface FormProps {
  readonly draft: Pick<Draft<object>, 'dirty'>;
  readonly onSave: () => void;
  readonly children: ReactNode;
}

/** A form that is not left by a wrong click while something in it is unsaved. */
export function DraftForm({ draft, onSave, children }: FormProps) {
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form onSubmit={submitted} noValidate>
      <UnsavedGuard when={draft.dirty} />
      {children}
    </form>
  );
}

interface SaveProps {
  readonly draft: Pick<Draft<object>, 'dirty' | 'isCorrected' | 'pointers'>;
  readonly change: { readonly isPending: boolean; readonly isError: boolean; readonly error: Error | null };
  /** What the button says. */
  readonly children: string;
}

/** The form's button, which does nothing while nothing was changed, and why the last attempt was refused. */
export function SaveDraft({ draft, change, children }: SaveProps) {
  return (
    <>
      {change.isError && !draft.isCorrected && <ProblemNotice error={change.error} placed={draft.pointers} />}
      <Group justify="flex-end">
        <Button type="submit" loading={change.isPending} disabled={!draft.dirty}>
          {children}
        </Button>
      </Group>
    </>
  );
}
