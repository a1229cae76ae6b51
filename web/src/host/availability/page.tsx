import { Button, Group, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '../data/me.ts';
import { type Schedule, schedulesQuery, useAddSchedule, useRemoveSchedule } from '../data/schedules.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Icon } from '../parts/icons.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell, tellProblem } from '../parts/tell.tsx';
import { AffectedBookings } from '../bookings/affected-bookings.tsx';
import { CalendarsSection } from './calendars-section.tsx';
import { FeedSection } from './feed-section.tsx';
import { HolidaysSection } from './holidays-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { TripsSection } from './trips-section.tsx';
import { t } from '../text.ts';

/** Scheduler → Availability. */
export function AvailabilityPage() {
  const schedules = useQuery(schedulesQuery);
  const { data: me } = useQuery(meQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = schedules.data ?? [];
  const shown = list.find(({ id }) => id === chosen) ?? list.find(({ isDefault }) => isDefault) ?? list[0];
  return (
    <Page
      title={t('shell.availability')}
      intro={t('availability.intro')}
      actions={shown && <ScheduleChoice schedules={list} shown={shown} onChoose={setChosen} />}
    >
      <AffectedBookings />
      {schedules.isPending && <Loading rows={2} height={260} />}
      {schedules.isError && schedules.data === undefined && (
        <ProblemNotice
          error={schedules.error}
          onRetry={() => void schedules.refetch()}
          retrying={schedules.isFetching}
        />
      )}
      {shown && <ScheduleForm key={shown.id} schedule={shown} />}
      <Stack mt="lg" gap="lg">
        {me && <HolidaysSection me={me} />}
        {me && <TripsSection me={me} />}
        {me && <LimitsSection me={me} />}
        <CalendarsSection />
        <FeedSection />
      </Stack>
    </Page>
  );
}

interface ChoiceProps {
  readonly schedules: readonly Schedule[];
  readonly shown: Schedule;
  readonly onChoose: (id: string) => void;
}

function ScheduleChoice({ schedules, shown, onChoose }: ChoiceProps) {
  const add = useAddSchedule();
  const remove = useRemoveSchedule();
  const [removing, setRemoving] = useState(false);
  const copied = () =>
    add.mutate(
      {
        name: t('availability.copyName', { name: shown.name }),
        timeZone: shown.timeZone,
        weekly: shown.weekly,
        overrides: shown.overrides,
      },
      {
        onSuccess: ({ id }) => onChoose(id),
        onError: (error) => tellProblem(t('availability.notAdded'), error),
      },
    );
  return (
    <Group gap="sm">
      {schedules.length > 1 && (
        <Select
          aria-label={t('common.schedule')}
          w={200}
          data={schedules.map(({ id, name, isDefault }) => ({
            value: id,
            label: isDefault ? t('availability.default', { name }) : name,
          }))}
          value={shown.id}
          onChange={(id) => id !== null && onChoose(id)}
        />
      )}
      <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={copied} loading={add.isPending}>
        {t('availability.newSchedule')}
      </Button>
      {!shown.isDefault && (
        <Button variant="default" onClick={() => setRemoving(true)}>
          {t('common.delete')}
        </Button>
      )}
      <ConfirmDialog
        opened={removing}
        title={t('common.deleteTitle', { name: shown.name })}
        confirm={t('common.delete')}
        danger
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          remove.mutate(shown.id, {
            onSuccess: () => {
              tell(t('availability.deleted', { name: shown.name }));
              setRemoving(false);
            },
          })
        }
        onClose={() => {
          remove.reset();
          setRemoving(false);
        }}
      >
        {t('availability.inUse')}
      </ConfirmDialog>
    </Group>
  );
}
