import { ActionIcon, Group, Switch, Text } from '@mantine/core';
import { Icon } from '../parts/icons.tsx';
import { ticked } from '../parts/typed.ts';
import { CopyHours } from './copy-hours.tsx';
import { HoursList } from './hours-list.tsx';
import { DAY_NAMES, nextHours, type Week } from './weekly-hours.ts';

/** The usual week, a row a day. */
export function WeekEditor({ week, onChange }: { readonly week: Week; readonly onChange: (week: Week) => void }) {
  return (
    <div>
      {DAY_NAMES.map((name, index) => {
        const hours = week[index] ?? [];
        const isOpen = hours.length > 0;
        return (
          <div key={name} className="day-row" role="group" aria-label={name}>
            <Switch
              label={name}
              checked={isOpen}
              onChange={ticked((on) => onChange(week.with(index, on ? [nextHours([])] : [])))}
              mt={8}
            />
            <div className="day-hours">
              {isOpen ? (
                <HoursList day={name} hours={hours} onChange={(next) => onChange(week.with(index, next))} />
              ) : (
                <Text c="dimmed" size="sm" mt={8}>
                  Unavailable
                </Text>
              )}
            </div>
            <Group gap={2} wrap="nowrap">
              <ActionIcon
                variant="subtle"
                color="gray"
                c="var(--mantine-color-text)"
                size={36}
                aria-label={`Add hours on ${name}`}
                title="Add hours"
                onClick={() => onChange(week.with(index, [...hours, nextHours(hours)]))}
              >
                <Icon name="plus" size={18} />
              </ActionIcon>
              <CopyHours
                from={index}
                onCopy={(days) => onChange(week.map((old, day) => (days.includes(day) ? [...hours] : old)))}
              />
            </Group>
          </div>
        );
      })}
    </div>
  );
}
