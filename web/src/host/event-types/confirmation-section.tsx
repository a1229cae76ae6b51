import { ActionIcon, Button, Group, Input, Stack, Switch, Text, TextInput } from '@mantine/core';
import { MinutesInput, ticked, typed } from '../parts/inputs.tsx';
import { Icon } from '../parts/icons.tsx';
import { Section } from '../parts/page.tsx';
import type { Draft } from '../parts/use-draft.ts';
import type { EventTypeValues } from './values.ts';
import { t } from '../text.ts';

const MOST_REMINDERS = 5;
const SUGGESTED = [1_440, 60, 2_880, 15, 10_080];

/** What happens after a guest booked: the host's yes, and reminders. */
export function ConfirmationSection({ draft }: { readonly draft: Draft<EventTypeValues> }) {
  const { requiresConfirmation, allowsGuests, reminderMinutes } = draft.values;
  const setReminders = (minutes: number[]) => draft.set('reminderMinutes', minutes);
  const next = SUGGESTED.find((minutes) => !reminderMinutes.includes(minutes)) ?? 30;
  return (
    <Section title={t('types.confirmation')}>
      <Switch
        label={t('types.approve')}
        description={t('types.approveHint')}
        checked={requiresConfirmation}
        onChange={ticked((on) => draft.set('requiresConfirmation', on))}
      />
      {requiresConfirmation && (
        <MinutesInput
          label={t('types.holdFor')}
          description={t('types.holdHint')}
          min={1}
          max={43_200}
          {...draft.field('holdMinutes')}
        />
      )}
      <TextInput
        label={t('types.confirmationLine')}
        description={t('types.confirmationLineHint')}
        maxLength={200}
        {...draft.field('confirmationLine')}
        onChange={typed((text) => draft.set('confirmationLine', text))}
      />
      <Switch
        label={t('types.allowGuests')}
        description={t('types.allowGuestsHint')}
        checked={allowsGuests}
        onChange={ticked((on) => draft.set('allowsGuests', on))}
      />
      <Input.Wrapper
        component="fieldset"
        label={t('types.reminders')}
        labelElement="div"
        description={t('types.remindersHint')}
        error={draft.field('reminderMinutes').error}
        style={{ border: 0, padding: 0, margin: 0 }}
      >
        <Stack gap="xs" mt="xs">
          {reminderMinutes.map((minutes, index) => (
            // A reminder has no identity of its own but its place.
            <Group key={`${index}-${reminderMinutes.length}`} gap="xs" wrap="nowrap">
              <MinutesInput
                bare
                label={t('types.reminderBefore', { number: index + 1 })}
                min={1}
                max={43_200}
                value={minutes}
                onChange={(changed) => setReminders(reminderMinutes.with(index, changed))}
                error={draft.error(`/reminderMinutes/${index}`)}
              />
              <Text size="sm" visibleFrom="xs">
                {t('types.before')}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                c="var(--mantine-color-text)"
                size={36}
                aria-label={t('types.removeReminder', { number: index + 1 })}
                onClick={() => setReminders(reminderMinutes.toSpliced(index, 1))}
              >
                <Icon name="close" size={18} />
              </ActionIcon>
            </Group>
          ))}
          {reminderMinutes.length < MOST_REMINDERS && (
            <Button
              variant="default"
              size="xs"
              style={{ alignSelf: 'flex-start' }}
              leftSection={<Icon name="plus" size={14} />}
              onClick={() => setReminders([...reminderMinutes, next])}
            >
              {t('types.addReminder')}
            </Button>
          )}
        </Stack>
      </Input.Wrapper>
    </Section>
  );
}
