import { Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { weekInWords } from '../availability/weekly-hours.ts';
import type { Schedule } from '../data/schedules.ts';

export function HoursStep({
  schedule,
  onDone,
}: {
  readonly schedule: Schedule | undefined;
  readonly onDone: () => void;
}) {
  return (
    <Group gap="sm">
      <Text size="sm" flex="1 1 220px">
        {schedule === undefined || schedule.weekly.length === 0
          ? 'You have no hours yet, so guests find no time.'
          : `Guests can book you ${weekInWords(schedule.weekly)}.`}
      </Text>
      <Button onClick={onDone}>That is right</Button>
      <Button component={Link} to="/scheduler/availability" variant="default">
        Change hours
      </Button>
    </Group>
  );
}
