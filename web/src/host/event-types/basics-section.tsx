import { Chip, Group, Input, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { usualInterval } from '#domain/slots/usual-interval.ts';
import { meQuery } from '../data/me.ts';
import { AddressEnds, NumberField, typed } from '../parts/inputs.tsx';
import { Section } from '../parts/page.tsx';
import type { Draft } from '../parts/use-draft.ts';
import { type EventTypeValues, slugged } from './values.ts';
import { VISIBILITIES, visibilityOf } from './visibility.ts';
import { t } from '../text.ts';

const USUAL = [15, 30, 45, 60];

export function BasicsSection({ draft, isNew }: { readonly draft: Draft<EventTypeValues>; readonly isNew: boolean }) {
  const { data: me } = useQuery(meQuery);
  const title = draft.field('title');
  const slug = draft.field('slug');
  const description = draft.field('description');
  const duration = draft.field('durationMinutes');
  const further = draft.field('furtherDurations');
  const chooseDuration = (minutes: number) => {
    duration.onChange(minutes);
    // As the API does for a new type, unless the host has chosen otherwise.
    if (isNew && draft.values.slotIntervalMinutes === usualInterval(duration.value))
      draft.set('slotIntervalMinutes', usualInterval(minutes));
  };
  const lengths = [...new Set([...USUAL, 90, 120, ...further.value])]
    .filter((minutes) => minutes !== duration.value)
    .toSorted((one, other) => one - other);
  return (
    <Section title={t('types.what')}>
      <TextInput
        label={t('types.title')}
        placeholder={t('types.titleExample')}
        required
        withAsterisk={false}
        maxLength={200}
        data-autofocus={isNew || undefined}
        {...title}
        onChange={typed(title.onChange)}
      />
      <Input.Wrapper label={t('types.duration')} error={duration.error}>
        <Group gap="xs" mt={4}>
          <Chip.Group value={String(duration.value)} onChange={(value) => chooseDuration(Number(value))}>
            {USUAL.map((minutes) => (
              <Chip key={minutes} value={String(minutes)} variant="light" size="sm">
                {t('time.shortMinutes', { count: minutes })}
              </Chip>
            ))}
          </Chip.Group>
          <NumberField
            aria-label={t('types.durationInMinutes')}
            value={duration.value}
            onChange={chooseDuration}
            min={1}
            max={1_440}
            suffix={` ${t('time.min')}`}
            w={116}
            error={duration.error !== undefined}
          />
        </Group>
      </Input.Wrapper>
      <Input.Wrapper label={t('types.guestsChoose')} labelElement="div" error={further.error}>
        <Group gap="xs" mt={4} role="group" aria-label={t('types.guestsChoose')}>
          <Chip.Group
            multiple
            value={further.value.map(String)}
            onChange={(chosen) => further.onChange(chosen.map(Number).toSorted((one, other) => one - other))}
          >
            {lengths.map((minutes) => (
              <Chip key={minutes} value={String(minutes)} variant="light" size="sm">
                {t('time.shortMinutes', { count: minutes })}
              </Chip>
            ))}
          </Chip.Group>
        </Group>
      </Input.Wrapper>
      <Textarea
        label={t('types.description')}
        description={t('types.descriptionHint')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5_000}
        {...description}
        onChange={typed(description.onChange)}
      />
      <TextInput
        label={t('types.link')}
        description={`${window.location.host}/${me?.handle ?? '…'}/${slug.value || slugged(title.value) || '…'}`}
        placeholder={slugged(title.value) || t('types.fromTitle')}
        maxLength={60}
        {...slug}
        onChange={typed((text) => slug.onChange(text.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-')))}
      />
      {!isNew && slug.value !== draft.saved.slug && (
        <AddressEnds what="eventType" address={`/${me?.handle ?? ''}/${draft.saved.slug}`} />
      )}
      <Radio.Group
        label={t('types.visibility')}
        value={draft.values.visibility}
        onChange={(chosen) => draft.set('visibility', visibilityOf(chosen))}
      >
        <Stack gap="xs" mt="xs">
          {VISIBILITIES.map(({ value, label, description }) => (
            <Radio key={value} value={value} label={t(label)} description={t(description)} />
          ))}
        </Stack>
      </Radio.Group>
    </Section>
  );
}
