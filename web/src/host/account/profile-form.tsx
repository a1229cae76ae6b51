import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Me } from '../data/me.ts';
import { DraftForm, SaveDraft, useProfileDraft } from '../parts/draft-form.tsx';
import { AddressEnds, typed } from '../parts/inputs.tsx';
import { Section } from '../parts/page.tsx';
import { tell } from '../parts/tell.tsx';
import { ZoneSelect } from '../parts/zone-select.tsx';
import { type HoursChoice, HoursChoiceInput } from './hours-choice.tsx';
import { t } from '../text.ts';

const valuesOf = ({ name, handle, timeZone, onProviderDelete, onProviderMove }: Me) => ({
  name,
  handle,
  timeZone,
  onProviderDelete,
  onProviderMove,
});

/** Who the host is to guests, and what happens when a meeting is changed at its platform. */
export function ProfileForm({ me }: { readonly me: Me }) {
  const { draft, change, save } = useProfileDraft(me, valuesOf);
  const [hours, setHours] = useState<HoursChoice | null>(null);
  const [isHoursMissing, setHoursMissing] = useState(false);
  const movesAway = draft.values.timeZone !== draft.saved.timeZone;
  const name = draft.field('name');
  const handle = draft.field('handle');
  const onSave = () => {
    setHoursMissing(movesAway && hours === null);
    if (movesAway && hours === null) return;
    save(movesAway ? { ...draft.changes, moveHours: hours === 'move' } : draft.changes, () => {
      setHours(null);
      tell(t('common.saved'));
    });
  };
  return (
    <DraftForm draft={draft} onSave={onSave}>
      <Stack gap="lg">
        <Section title={t('account.you')}>
          <TextInput
            label={t('common.name')}
            description={t('common.guestsSeeName')}
            maxLength={100}
            {...name}
            onChange={typed(name.onChange)}
          />
          <TextInput
            label={t('common.handle')}
            description={t('account.pageIs', { address: `${window.location.host}/${handle.value}` })}
            maxLength={40}
            {...handle}
            onChange={typed((text) => handle.onChange(text.toLowerCase()))}
          />
          {handle.value !== draft.saved.handle && <AddressEnds what="page" address={`/${draft.saved.handle}`} />}
          <ZoneSelect {...draft.field('timeZone')} description={t('account.zoneHint')} />
          {movesAway && (
            <HoursChoiceInput
              from={draft.saved.timeZone}
              to={draft.values.timeZone}
              value={hours}
              onChange={setHours}
              isMissing={isHoursMissing && hours === null}
            />
          )}
        </Section>
        <Section title={t('account.onProvider.title')}>
          <Radio.Group
            label={t('account.onProvider.delete')}
            value={draft.values.onProviderDelete}
            onChange={(choice) => draft.set('onProviderDelete', choice)}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="cancel" label={t('account.onProvider.cancel')} />
              <Radio value="tell" label={t('account.onProvider.tell')} />
            </Stack>
          </Radio.Group>
          <Radio.Group
            label={t('account.onProvider.move')}
            value={draft.values.onProviderMove}
            onChange={(choice) => draft.set('onProviderMove', choice)}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="reschedule" label={t('account.onProvider.reschedule')} />
              <Radio value="tell" label={t('account.onProvider.tellOfMove')} />
            </Stack>
          </Radio.Group>
        </Section>
        <SaveDraft draft={draft} change={change}>
          {t('common.saveChanges')}
        </SaveDraft>
      </Stack>
    </DraftForm>
  );
}
