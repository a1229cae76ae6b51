import { Alert, Badge, Box, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Calendar, calendarsQuery, useAddCalendar, useCheckCalendar, useStopCalendar } from '../data/calendars.ts';
import { fromNow } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { typed } from '../parts/inputs.tsx';
import { Loading, PlainList, Section } from '../parts/page.tsx';
import { errorAt, ProblemNotice } from '../parts/problem-notice.tsx';
import { said } from '../parts/said.ts';
import { tell, tellProblem } from '../parts/tell.tsx';
import { rich, t } from '../text.ts';

/** Calendars whose busy times block slots, beside the schedule. */
export function CalendarsSection() {
  const calendars = useQuery(calendarsQuery);
  const items = calendars.data ?? [];
  return (
    <Section title={t('availability.calendars.title')} hint={t('availability.calendars.hint')}>
      {calendars.isPending && <Loading rows={1} height={64} />}
      {calendars.isError && calendars.data === undefined && (
        <ProblemNotice
          error={calendars.error}
          onRetry={() => void calendars.refetch()}
          retrying={calendars.isFetching}
        />
      )}
      {calendars.data !== undefined && items.length === 0 && <Text size="sm">{t('availability.calendars.none')}</Text>}
      {items.length > 0 && (
        <PlainList gap="md" label={t('availability.calendars.title')}>
          {items.map((calendar) => (
            <CalendarRow key={calendar.id} calendar={calendar} />
          ))}
        </PlainList>
      )}
      {calendars.data !== undefined && <AddCalendar />}
    </Section>
  );
}

function CalendarRow({ calendar }: { readonly calendar: Calendar }) {
  const { name, problem } = calendar;
  const check = useCheckCalendar();
  const stop = useStopCalendar();
  const checked = () =>
    check.mutate(calendar, {
      onSuccess: (now) => {
        if (now?.state === 'ok') tell(t('availability.calendars.read', { name }));
      },
      onError: (error) => tellProblem(t('availability.calendars.notChecked', { name }), error),
    });
  const stopped = () =>
    stop.mutate(calendar, {
      onSuccess: () => tell(t('availability.calendars.stopped', { name })),
      onError: (error) => tellProblem(t('availability.calendars.notStopped', { name }), error),
    });
  return (
    <Box component="li">
      <Group justify="space-between" gap="sm">
        <Box miw={0} style={{ flex: '1 1 200px' }}>
          <Text fw={550} translate="no" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <Group gap="xs" aria-live="polite">
            {calendar.state === 'unreadable' && (
              <Badge color="red" variant="light" tt="none">
                {t('availability.calendars.unreadable')}
              </Badge>
            )}
            <Text size="sm" c="dimmed">
              {lastRead(calendar)}
            </Text>
          </Group>
        </Box>
        <Group gap="xs">
          <Button
            variant="default"
            size="sm"
            loading={check.isPending}
            onClick={checked}
            aria-label={t('availability.calendars.checkLabel', { name })}
          >
            {t('availability.calendars.check')}
          </Button>
          <Button
            variant="subtle"
            size="sm"
            loading={stop.isPending}
            onClick={stopped}
            aria-label={t('availability.calendars.stopLabel', { name })}
          >
            {t('availability.calendars.stop')}
          </Button>
        </Group>
      </Group>
      {problem !== null && (
        <Alert
          color={calendar.state === 'ok' ? 'yellow' : 'red'}
          variant="light"
          icon={<Icon name="alert" />}
          c="inherit"
          mt="xs"
        >
          <Text size="sm">{`${said(problem.text, problem.says)} ${whatBlocks(calendar)}`}</Text>
        </Alert>
      )}
    </Box>
  );
}

function lastRead({ state, lastReadAt }: Calendar): string {
  if (lastReadAt !== null) return t('availability.lastRead', { when: fromNow(lastReadAt) });
  return state === 'unreadable' ? t('availability.calendars.neverRead') : t('availability.calendars.firstReading');
}

/** What a calendar that cannot be read means for the host's slots. */
function whatBlocks({ state, lastReadAt }: Calendar): string {
  if (state === 'ok') return '';
  return lastReadAt === null ? t('availability.calendars.noTimes') : t('availability.calendars.oldTimes');
}

const EXAMPLE = 'https://calendar.example.com/secret/basic.ics';

function AddCalendar() {
  const add = useAddCalendar();
  const [url, setUrl] = useState('');
  const [name, setName] = useState('');
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { url, ...(name.trim() === '' ? {} : { name }) },
      {
        onSuccess: (calendar) => {
          tell(t('availability.calendars.added', { name: calendar.name }));
          setUrl('');
          setName('');
        },
      },
    );
  };
  return (
    <form onSubmit={submitted} noValidate>
      <Stack gap="sm">
        {add.isError && <ProblemNotice error={add.error} placed={['/url', '/name']} />}
        <Group align="flex-start" gap="sm">
          <TextInput
            style={{ flex: '3 1 260px' }}
            type="url"
            label={t('availability.calendars.address')}
            placeholder={EXAMPLE}
            autoComplete="off"
            spellCheck={false}
            required
            value={url}
            onChange={typed((text) => {
              add.reset();
              setUrl(text);
            })}
            error={errorAt(add.error, '/url')}
          />
          <TextInput
            style={{ flex: '1 1 140px' }}
            label={t('availability.calendars.name')}
            placeholder={t('availability.calendars.nameExample')}
            maxLength={100}
            value={name}
            onChange={typed(setName)}
            error={errorAt(add.error, '/name')}
          />
        </Group>
        <Text size="sm" c="dimmed">
          {rich('availability.calendars.where', { help: <a href="/help#calendars" /> })}
        </Text>
        <Group>
          <Button type="submit" loading={add.isPending}>
            {t('availability.calendars.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
