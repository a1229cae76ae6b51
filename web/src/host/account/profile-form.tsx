import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Me, useChangeMe } from '../data/me.ts';
import { AddressEnds, typed } from '../parts/inputs.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Section } from '../parts/page.tsx';
import { tell } from '../parts/tell.tsx';
import { UnsavedGuard } from '../parts/unsaved-work.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { ZoneSelect } from '../parts/zone-select.tsx';
import { type HoursChoice, HoursChoiceInput } from './hours-choice.tsx';

const valuesOf = ({ name, handle, timeZone, onProviderDelete, onProviderMove }: Me) => ({
  name,
  handle,
  timeZone,
  onProviderDelete,
  onProviderMove,
});

/** Who the host is to guests, and what happens when a meeting is changed at its platform. */
export function ProfileForm({ me }: { readonly me: Me }) {
  const draft = useDraft(valuesOf(me));
  const change = useChangeMe();
  const [hours, setHours] = useState<HoursChoice | null>(null);
  const [isHoursMissing, setHoursMissing] = useState(false);
  const movesAway = draft.values.timeZone !== draft.saved.timeZone;
  const name = draft.field('name');
  const handle = draft.field('handle');
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    setHoursMissing(movesAway && hours === null);
    if (movesAway && hours === null) return;
    change.mutate(movesAway ? { ...draft.changes, moveHours: hours === 'move' } : draft.changes, {
      onSuccess: (saved) => {
        setHours(null);
        draft.settle(valuesOf(saved), draft.values);
        tell('Saved.');
      },
      onError: draft.refuse,
    });
  };
  return (
    <form onSubmit={submitted} noValidate>
      <UnsavedGuard when={draft.dirty} />
      <Stack gap="lg">
        <Section title="You">
          <TextInput
            label="Name"
            description="Guests see this name."
            maxLength={100}
            {...name}
            onChange={typed(name.onChange)}
          />
          <TextInput
            label="Handle"
            description={`Your booking page is ${window.location.host}/${handle.value}`}
            maxLength={40}
            {...handle}
            onChange={typed((text) => handle.onChange(text.toLowerCase()))}
          />
          {handle.value !== draft.saved.handle && (
            <AddressEnds
              what="Your booking page and every event type’s link"
              address={`/${draft.saved.handle}`}
              keptFor="90 days"
            />
          )}
          <ZoneSelect {...draft.field('timeZone')} description="You see bookings and emails in this time zone." />
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
        <Section title="When you change a meeting on its platform">
          <Radio.Group
            label="You delete a meeting there"
            value={draft.values.onProviderDelete}
            onChange={(choice) => draft.set('onProviderDelete', choice)}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="cancel" label="Cancel the booking and email the guest" />
              <Radio value="tell" label="Keep the booking and only tell me" />
            </Stack>
          </Radio.Group>
          <Radio.Group
            label="You move a meeting to another time there"
            value={draft.values.onProviderMove}
            onChange={(choice) => draft.set('onProviderMove', choice)}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="reschedule" label="Reschedule the booking and email the guest" />
              <Radio value="tell" label="Keep the booking’s time and only tell me" />
            </Stack>
          </Radio.Group>
        </Section>
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending} disabled={!draft.dirty}>
            Save changes
          </Button>
        </Group>
        {change.isError && !draft.isCorrected && <ProblemNotice error={change.error} placed={draft.pointers} />}
      </Stack>
    </form>
  );
}
