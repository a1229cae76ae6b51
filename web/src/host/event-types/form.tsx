import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { UnsavedGuard } from '../parts/unsaved-work.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { AfterSection } from './after-section.tsx';
import { BasicsSection } from './basics-section.tsx';
import { type EventTypeValues, keptDraft } from './values.ts';
import { ConfirmationSection } from './confirmation-section.tsx';
import { LimitsSection, TimesSection } from './times-section.tsx';
import { LocationSection } from './location-section.tsx';
import { Preview } from './preview.tsx';
import { QuestionsSection } from './questions-section.tsx';
import { t } from '../text.ts';

interface Props {
  /** Null while it is not created. */
  readonly id: string | null;
  readonly initial: EventTypeValues;
  /** Sends what was changed, or all of it; returns what is saved now. */
  readonly save: (values: EventTypeValues, changes: Partial<EventTypeValues>) => Promise<EventTypeValues>;
  /** After a save, once nothing holds the host on this page any more. */
  readonly onSaved: () => void;
  readonly extra?: ReactNode;
}

/** Creates or edits an event type beside a preview of what guests will see. */
export function EventTypeForm({ id, initial, save, onSaved, extra }: Props) {
  const [kept] = useState(() => keptDraft.peek(id));
  useEffect(() => void keptDraft.forget(), []);
  const draft = useDraft(initial, kept ?? initial);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const [leaving, setLeaving] = useState(false);

  const submitted = async (event?: FormEvent) => {
    event?.preventDefault();
    setState({ busy: true, error: null });
    try {
      draft.settle(await save(draft.values, draft.changes), draft.values);
      setState({ busy: false, error: null });
      // The guard reads `dirty` of the next render; only then may the page change.
      setTimeout(onSaved);
    } catch (error) {
      draft.refuse(error);
      setState({ busy: false, error });
    }
  };
  const beforeLeaving = () => {
    setLeaving(keptDraft.keep({ id, values: draft.values }));
  };

  return (
    <form onSubmit={(event) => void submitted(event)} noValidate>
      <UnsavedGuard when={draft.dirty && !leaving} />
      <div className="form-columns">
        <Stack gap="lg">
          {state.error !== null && !draft.isCorrected && <ProblemNotice error={state.error} placed={draft.pointers} />}
          <BasicsSection draft={draft} isNew={id === null} />
          <LocationSection draft={draft} beforeLeaving={beforeLeaving} />
          <TimesSection draft={draft} />
          <LimitsSection draft={draft} />
          <ConfirmationSection draft={draft} />
          <AfterSection draft={draft} />
          <QuestionsSection draft={draft} />
        </Stack>
        <aside aria-label={t('types.preview')}>
          <Preview values={draft.values} />
          {extra}
        </aside>
      </div>
      <div className="save-bar">
        <Group justify="flex-end" gap="sm">
          <Text size="sm" c="dimmed" role="status" flex={1}>
            {draft.dirty ? t('common.unsaved') : id === null ? '' : t('common.allSaved')}
          </Text>
          <Button type="submit" loading={state.busy} disabled={!draft.dirty && id !== null}>
            {id === null ? t('types.create') : t('common.saveChanges')}
          </Button>
        </Group>
      </div>
    </form>
  );
}
