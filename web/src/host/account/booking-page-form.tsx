import { Button, Group, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { type Me, useChangeMe } from '../data/me.ts';
import { typed } from '../parts/inputs.tsx';
import { Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { UnsavedGuard } from '../parts/unsaved-work.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { AccentInput } from './accent-input.tsx';
import { t } from '../text.ts';

const valuesOf = ({ bio, welcome, accentColour }: Me) => ({ bio, welcome, accentColour });

/** What guests see of the host beside the name. */
export function BookingPageForm({ me }: { readonly me: Me }) {
  const draft = useDraft(valuesOf(me));
  const change = useChangeMe();
  const bio = draft.field('bio');
  const welcome = draft.field('welcome');
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(draft.changes, {
      onSuccess: (saved) => {
        draft.settle(valuesOf(saved), draft.values);
        tell(t('common.saved'));
      },
      onError: draft.refuse,
    });
  };
  return (
    <form onSubmit={submitted} noValidate>
      <UnsavedGuard when={draft.dirty} />
      <Section title={t('account.page.title')}>
        <TextInput
          label={t('account.page.bio')}
          description={t('account.page.bioHint')}
          maxLength={160}
          {...bio}
          onChange={typed(bio.onChange)}
        />
        <Textarea
          label={t('account.page.welcome')}
          description={t('account.page.welcomeHint')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={1000}
          {...welcome}
          onChange={typed(welcome.onChange)}
        />
        <AccentInput {...draft.field('accentColour')} />
        {change.isError && !draft.isCorrected && <ProblemNotice error={change.error} placed={draft.pointers} />}
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending} disabled={!draft.dirty}>
            {t('account.page.save')}
          </Button>
        </Group>
      </Section>
    </form>
  );
}
