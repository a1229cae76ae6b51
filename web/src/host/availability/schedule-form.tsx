import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { type Schedule, useChangeSchedule } from '../data/schedules.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Section } from '../parts/page.tsx';
import { tell } from '../parts/tell.tsx';
import { ticked, typed } from '../parts/inputs.tsx';
import { UnsavedGuard } from '../parts/unsaved-work.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { zoneLabel, ZoneSelect } from '../parts/zone-select.tsx';
import { OverridesEditor } from './overrides-editor.tsx';
import { WeekEditor } from './week-editor.tsx';
import { faultOf, rulesOf, weekOf, type Week } from './weekly-hours.ts';
import { rich, t } from '../text.ts';

interface Values {
  readonly name: string;
  readonly timeZone: string;
  readonly isDefault: boolean;
  readonly week: Week;
  readonly overrides: Schedule['overrides'];
}

const valuesOf = ({ name, timeZone, isDefault, weekly, overrides }: Schedule): Values => ({
  name,
  timeZone,
  isDefault,
  week: weekOf(weekly),
  overrides,
});

/** One schedule: its zone, its usual week, and the dates that differ. */
export function ScheduleForm({ schedule }: { readonly schedule: Schedule }) {
  const draft = useDraft(valuesOf(schedule));
  const change = useChangeSchedule();
  const { week, overrides, timeZone, isDefault } = draft.values;
  const overrideHours = overrides.map(({ intervals }) => intervals.map(([from, to]) => ({ from, to })));
  const isFaulty = [...week, ...overrideHours].some((hours) => faultOf(hours) !== null);
  const name = draft.field('name');

  const submitted = (event: FormEvent) => {
    event.preventDefault();
    const { week, ...rest } = draft.changes;
    change.mutate(
      { id: schedule.id, ...rest, ...(week === undefined ? {} : { weekly: rulesOf(week) }) },
      {
        onSuccess: (saved) => {
          draft.settle(valuesOf(saved), draft.values);
          tell(t('availability.hoursSaved'));
        },
        onError: draft.refuse,
      },
    );
  };
  return (
    <form onSubmit={submitted} noValidate>
      <UnsavedGuard when={draft.dirty} />
      <Stack gap="lg">
        {change.isError && !draft.isCorrected && <ProblemNotice error={change.error} placed={['/name', '/timeZone']} />}
        <Section title={t('availability.weekly')} hint={rich('availability.weeklyHint', { zone: zoneLabel(timeZone) })}>
          <WeekEditor week={week} onChange={(next) => draft.set('week', next)} />
        </Section>
        <Section title={t('availability.overrides')} hint={t('availability.overridesHint')}>
          <OverridesEditor
            schedule={{ weekly: rulesOf(week), timeZone }}
            overrides={overrides}
            onChange={(next) => draft.set('overrides', next)}
          />
        </Section>
        <Section title={t('availability.about')}>
          <ZoneSelect {...draft.field('timeZone')} description={t('common.zoneHint')} />
          <TextInput label={t('common.name')} maxLength={100} {...name} onChange={typed(name.onChange)} />
          <Switch
            label={t('availability.forNew')}
            checked={isDefault}
            disabled={schedule.isDefault}
            onChange={ticked((on) => draft.set('isDefault', on))}
          />
        </Section>
      </Stack>
      <div className="save-bar">
        <Group justify="flex-end" gap="sm">
          <Text size="sm" c="dimmed" role="status" flex={1}>
            {draft.dirty ? t('common.unsaved') : t('common.allSaved')}
          </Text>
          <Button type="submit" loading={change.isPending} disabled={!draft.dirty || isFaulty}>
            {t('availability.saveHours')}
          </Button>
        </Group>
      </div>
    </form>
  );
}
