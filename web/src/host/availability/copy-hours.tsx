import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../parts/icons.tsx';
import { ticked } from '../parts/typed.ts';
import { DAY_NAMES } from './weekly-hours.ts';

/** Copies one day's hours to others; `from` and the days are indexes, Monday is 0. */
export function CopyHours({ from, onCopy }: { readonly from: number; readonly onCopy: (days: number[]) => void }) {
  const [opened, setOpened] = useState(false);
  const [days, setDays] = useState<readonly number[]>([]);
  const name = DAY_NAMES[from];
  const others = DAY_NAMES.map((_, day) => day).filter((day) => day !== from);
  const toggle = (day: number, on: boolean) => setDays(on ? [...days, day] : days.filter((one) => one !== day));
  const copy = () => {
    onCopy([...days]);
    setOpened(false);
    setDays([]);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withRoles withinPortal>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          size={36}
          aria-label={`Copy ${name}’s hours to other days`}
          title="Copy to other days"
          onClick={() => setOpened((is) => !is)}
        >
          <Icon name="copy" size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Copy ${name}’s hours`}>
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            Copy {name}’s hours to
          </Text>
          {others.map((day) => (
            <Checkbox
              key={day}
              label={DAY_NAMES[day]}
              checked={days.includes(day)}
              onChange={ticked((on) => toggle(day, on))}
            />
          ))}
          <Group gap="xs" mt={4}>
            <Button size="xs" disabled={days.length === 0} onClick={copy}>
              Copy
            </Button>
            <Button size="xs" variant="default" onClick={() => setDays(others.filter((day) => day < 5))}>
              Weekdays
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
