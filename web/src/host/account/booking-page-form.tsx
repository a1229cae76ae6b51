import { Textarea, TextInput } from '@mantine/core';
import type { Me } from '../data/me.ts';
import { DraftForm, SaveDraft, useProfileDraft } from '../parts/draft-form.tsx';
import { typed } from '../parts/inputs.tsx';
import { Section } from '../parts/page.tsx';
import { AccentInput } from './accent-input.tsx';
import { t } from '../text.ts';

const valuesOf = ({ bio, welcome, accentColour }: Me) => ({ bio, welcome, accentColour });

/** What guests see of the host beside the name. */
export function BookingPageForm({ me }: { readonly me: Me }) {
  const { draft, change, save } = useProfileDraft(me, valuesOf);
  const bio = draft.field('bio');
  const welcome = draft.field('welcome');
  return (
    <DraftForm draft={draft} onSave={() => save(draft.changes)}>
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
        <SaveDraft draft={draft} change={change}>
          {t('account.page.save')}
        </SaveDraft>
      </Section>
    </DraftForm>
  );
}
