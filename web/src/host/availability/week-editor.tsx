import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Switch, Text } from '@mantine/core';
import { weekdaysFrom } from '../../shared/iso-days.ts';
import { weekdayName } from '../parts/dates.ts';
import { HOUR_CYCLE, WEEK_START } from '../writing.ts';
import { Icon } from '../parts/icons.tsx';
import { ticked } from '../parts/inputs.tsx';
import { clockText, endsNextDay, faultOf, type Hours, nextHours, type Week } from './weekly-hours.ts';
import { ClockInput } from './clock-input.tsx';
import { useState } from 'react';
import { rich, t } from '../text.ts';

/** The usual week, a row a day. */
export function WeekEditor({ week, onChange }: { readonly week: Week; readonly onChange: (week: Week) => void }) {
  return (
    <div>
      {weekdaysFrom(WEEK_START).map((weekday) => {
        const index = weekday - 1;
        const name = weekdayName(weekday);
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
                  {t('availability.unavailable')}
                </Text>
              )}
            </div>
            <Group gap={2} wrap="nowrap">
              <ActionIcon
                variant="subtle"
                color="gray"
                c="var(--mantine-color-text)"
                size={36}
                aria-label={t('availability.addOn', { day: name })}
                title={t('availability.addHours')}
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

interface Props {
  /** The day they belong to, for screen readers. */
  readonly day: string;
  readonly hours: readonly Hours[];
  readonly onChange: (hours: Hours[]) => void;
}

/** The hours of one day, each editable and removable. */
export function HoursList({ day, hours, onChange }: Props) {
  const fault = faultOf(hours);
  return (
    <Stack gap={8}>
      {hours.map((one, index) => (
        // Hours have no identity of their own but their place.
        <Stack key={`${index}-${hours.length}`} gap={2}>
          <Group gap={8} wrap="nowrap">
            <ClockInput
              label={t('availability.fromOn', { day })}
              value={one.from}
              onChange={(from) => onChange(hours.with(index, { ...one, from }))}
              error={fault !== null}
            />
            <span aria-hidden>–</span>
            <ClockInput
              label={t('availability.toOn', { day })}
              value={one.to}
              isEnd
              onChange={(to) => onChange(hours.with(index, { ...one, to }))}
              error={fault !== null}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              c="var(--mantine-color-text)"
              size={34}
              aria-label={t('availability.removeOn', {
                from: clockText(one.from, HOUR_CYCLE),
                to: clockText(one.to, HOUR_CYCLE),
                day,
              })}
              onClick={() => onChange(hours.toSpliced(index, 1))}
            >
              <Icon name="close" size={18} />
            </ActionIcon>
          </Group>
          {endsNextDay(one) && (
            <Text size="sm" c="dimmed" role="status">
              {rich('availability.nextDay', { time: clockText(one.to, HOUR_CYCLE) })}
            </Text>
          )}
        </Stack>
      ))}
      {fault !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t(fault)}
        </Text>
      )}
    </Stack>
  );
}

/** Copies one day's hours to others; `from` and the days are indexes, Monday is 0. */
function CopyHours({ from, onCopy }: { readonly from: number; readonly onCopy: (days: number[]) => void }) {
  const [opened, setOpened] = useState(false);
  const [days, setDays] = useState<readonly number[]>([]);
  const name = weekdayName(from + 1);
  const others = weekdaysFrom(WEEK_START)
    .map((weekday) => weekday - 1)
    .filter((day) => day !== from);
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
          aria-label={t('availability.copyLabel', { day: name })}
          title={t('availability.copyToOthers')}
          onClick={() => setOpened((is) => !is)}
        >
          <Icon name="copy" size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('availability.copyOf', { day: name })}>
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            {t('availability.copyTo', { day: name })}
          </Text>
          {others.map((day) => (
            <Checkbox
              key={day}
              label={weekdayName(day + 1)}
              checked={days.includes(day)}
              onChange={ticked((on) => toggle(day, on))}
            />
          ))}
          <Group gap="xs" mt={4}>
            <Button size="xs" disabled={days.length === 0} onClick={copy}>
              {t('availability.copy')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDays(others.filter((day) => day < 5))}>
              {t('availability.weekdays')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
