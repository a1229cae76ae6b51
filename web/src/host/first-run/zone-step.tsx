import { Box, Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Me, useChangeMe } from '../data/me.ts';
import { type Schedule, useChangeSchedule } from '../data/schedules.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ZoneSelect } from '../parts/zone-select.tsx';

interface Props {
  readonly me: Me;
  readonly schedule: Schedule | undefined;
  readonly onDone: () => void;
}

/** The host's zone, which a fresh host's hours are meant in too. */
export function ZoneStep({ me, schedule, onDone }: Props) {
  const [timeZone, setTimeZone] = useState(me.timeZone);
  const changeMe = useChangeMe();
  const changeSchedule = useChangeSchedule();
  const saving = useMutation({
    mutationFn: async () => {
      if (timeZone === me.timeZone) return;
      await changeMe.mutateAsync({ timeZone });
      if (schedule !== undefined) await changeSchedule.mutateAsync({ id: schedule.id, timeZone });
    },
    onSuccess: onDone,
  });
  return (
    <>
      <Group align="flex-end" gap="sm">
        <Box style={{ flex: '1 1 220px' }}>
          <ZoneSelect
            value={timeZone}
            onChange={setTimeZone}
            description="Your hours are meant in this zone. Guests see their own."
          />
        </Box>
        <Button onClick={() => saving.mutate()} loading={saving.isPending}>
          {timeZone === me.timeZone ? 'That is right' : 'Save'}
        </Button>
      </Group>
      {saving.isError && <ProblemNotice error={saving.error} onRetry={() => saving.mutate()} />}
    </>
  );
}
