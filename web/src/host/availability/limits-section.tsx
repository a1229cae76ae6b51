import { Button, Group } from '@mantine/core';
import type { FormEvent } from 'react';
import { type Me, useChangeMe } from '../data/me.ts';
import { BookingLimits } from '../parts/booking-limits.tsx';
import { Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { UnsavedGuard } from '../parts/unsaved-work.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { t } from '../text.ts';

const limitsOf = ({ maxPerDay, maxPerWeek, maxPerMonth }: Me) => ({ maxPerDay, maxPerWeek, maxPerMonth });

/** How many bookings the host takes, of all event types together. */
export function LimitsSection({ me }: { readonly me: Me }) {
  const draft = useDraft(limitsOf(me));
  const change = useChangeMe();
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(draft.changes, {
      onSuccess: (saved) => {
        draft.settle(limitsOf(saved), draft.values);
        tell(t('availability.limits.saved'));
      },
      onError: draft.refuse,
    });
  };
  return (
    <form onSubmit={submitted} noValidate>
      <UnsavedGuard when={draft.dirty} />
      <Section title={t('availability.limits.title')} hint={t('availability.limits.hint')}>
        {change.isError && !draft.isCorrected && <ProblemNotice error={change.error} placed={draft.pointers} />}
        <BookingLimits draft={draft} />
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending} disabled={!draft.dirty}>
            {t('availability.limits.save')}
          </Button>
        </Group>
      </Section>
    </form>
  );
}
