import { Button, Group, Textarea } from '@mantine/core';
import { type HostBooking, useBookingAction } from '../data/bookings.ts';
import { typed } from '../parts/inputs.tsx';
import { Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { UnsavedGuard } from '../parts/unsaved-work.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { t } from '../text.ts';

/** What the host writes down about a booking, for no other eyes. */
export function NotesSection({ booking }: { readonly booking: HostBooking }) {
  const { notes } = booking;
  const draft = useDraft({ notes });
  const action = useBookingAction(booking);
  const { value, onChange } = draft.field('notes');
  const save = () =>
    action.mutate(
      { verb: 'notes', notes: value },
      {
        onSuccess: (saved) => {
          draft.settle({ notes: saved.notes }, { notes: value });
          tell(t('bookings.notesSaved'));
        },
      },
    );
  return (
    <Section title={t('bookings.notes')}>
      <Textarea
        aria-label={t('bookings.notes')}
        description={t('bookings.notesHint')}
        autosize
        minRows={3}
        maxLength={5_000}
        value={value}
        onChange={typed(onChange)}
      />
      {action.isError && <ProblemNotice error={action.error} />}
      <Group>
        <Button variant="default" onClick={save} disabled={!draft.dirty} loading={action.isPending}>
          {t('bookings.saveNotes')}
        </Button>
      </Group>
      <UnsavedGuard when={draft.dirty} />
    </Section>
  );
}
