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
          tell('Hours saved.');
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
        <Section
          title="Weekly hours"
          hint={
            <>
              When guests can book you in a normal week, in <span translate="no">{zoneLabel(timeZone)}</span>.
            </>
          }
        >
          <WeekEditor week={week} onChange={(next) => draft.set('week', next)} />
        </Section>
        <Section
          title="Date overrides and time off"
          hint="Holidays, days off or extra hours. They replace your weekly hours."
        >
          <OverridesEditor
            schedule={{ weekly: rulesOf(week), timeZone }}
            overrides={overrides}
            onChange={(next) => draft.set('overrides', next)}
          />
        </Section>
        <Section title="About this schedule">
          <ZoneSelect {...draft.field('timeZone')} description="Your hours are in this time zone. Guests see theirs." />
          <TextInput label="Name" maxLength={100} {...name} onChange={typed(name.onChange)} />
          <Switch
            label="Use for new event types"
            checked={isDefault}
            disabled={schedule.isDefault}
            onChange={ticked((on) => draft.set('isDefault', on))}
          />
        </Section>
      </Stack>
      <div className="save-bar">
        <Group justify="flex-end" gap="sm">
          <Text size="sm" c="dimmed" role="status" flex={1}>
            {draft.dirty ? 'Unsaved changes' : 'All changes saved'}
          </Text>
          <Button type="submit" loading={change.isPending} disabled={!draft.dirty || isFaulty}>
            Save hours
          </Button>
        </Group>
      </div>
    </form>
  );
}
