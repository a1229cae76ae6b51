import type { Me } from '../data/me.ts';
import { BookingLimits } from '../parts/booking-limits.tsx';
import { DraftForm, SaveDraft, useProfileDraft } from '../parts/draft-form.tsx';
import { Section } from '../parts/page.tsx';
import { tell } from '../parts/tell.tsx';
import { t } from '../text.ts';

const limitsOf = ({ maxPerDay, maxPerWeek, maxPerMonth }: Me) => ({ maxPerDay, maxPerWeek, maxPerMonth });

/** How many bookings the host takes, of all event types together. */
export function LimitsSection({ me }: { readonly me: Me }) {
  const { draft, change, save } = useProfileDraft(me, limitsOf);
  const onSave = () => save(draft.changes, () => tell(t('availability.limits.saved')));
  return (
    <DraftForm draft={draft} onSave={onSave}>
      <Section title={t('availability.limits.title')} hint={t('availability.limits.hint')}>
        <BookingLimits draft={draft} />
        <SaveDraft draft={draft} change={change}>
          {t('availability.limits.save')}
        </SaveDraft>
      </Section>
    </DraftForm>
  );
}
