import { Alert, Badge, Box, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Calendar, calendarsQuery, useAddCalendar, useCheckCalendar, useStopCalendar } from '../data/calendars.ts';
import { fromNow } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { typed } from '../parts/inputs.tsx';
import { Loading, Section } from '../parts/page.tsx';
import { errorAt, ProblemNotice } from '../parts/problem-notice.tsx';
import { tell, tellProblem } from '../parts/tell.tsx';

/** Calendars whose busy times block slots, beside the schedule. */
export function CalendarsSection() {
  const calendars = useQuery(calendarsQuery);
  const items = calendars.data ?? [];
  return (
    <Section
      title="Calendars that block times"
      hint="Guests can’t book you while one of these calendars says you’re busy. We keep only when you’re busy: no titles, no guests."
    >
      {calendars.isPending && <Loading rows={1} height={64} />}
      {calendars.isError && calendars.data === undefined && (
        <ProblemNotice
          error={calendars.error}
          onRetry={() => void calendars.refetch()}
          retrying={calendars.isFetching}
        />
      )}
      {calendars.data !== undefined && items.length === 0 && (
        <Text size="sm">No calendars yet. Add yours, so that guests can’t book you while you’re busy.</Text>
      )}
      {items.length > 0 && (
        <Stack
          component="ul"
          gap="md"
          m={0}
          p={0}
          style={{ listStyle: 'none' }}
          aria-label="Calendars that block times"
        >
          {items.map((calendar) => (
            <CalendarRow key={calendar.id} calendar={calendar} />
          ))}
        </Stack>
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
        if (now?.state === 'ok') tell(`“${name}” has been read.`);
      },
      onError: (error) => tellProblem(`“${name}” couldn’t be checked`, error),
    });
  const stopped = () =>
    stop.mutate(calendar, {
      onSuccess: () => tell(`“${name}” no longer blocks times.`),
      onError: (error) => tellProblem(`“${name}” is still in use`, error),
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
                Can’t be read
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
            aria-label={`Check now: ${name}`}
          >
            Check now
          </Button>
          <Button
            variant="subtle"
            size="sm"
            loading={stop.isPending}
            onClick={stopped}
            aria-label={`Stop using: ${name}`}
          >
            Stop using
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
          <Text size="sm">{`${problem.text} ${whatBlocks(calendar)}`}</Text>
        </Alert>
      )}
    </Box>
  );
}

function lastRead({ state, lastReadAt }: Calendar): string {
  if (lastReadAt !== null) return `Last read ${fromNow(lastReadAt)}`;
  return state === 'unreadable' ? 'Never read' : 'Reading it for the first time …';
}

/** What a calendar that cannot be read means for the host's slots. */
function whatBlocks({ state, lastReadAt }: Calendar): string {
  if (state === 'ok') return '';
  return lastReadAt === null
    ? 'Until we can read it, guests can’t book any time.'
    : 'The busy times we last read still block your slots.';
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
          tell(`“${calendar.name}” blocks times now.`);
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
            label="Secret calendar address (iCal)"
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
            label="Name (optional)"
            placeholder="Private"
            maxLength={100}
            value={name}
            onChange={typed(setName)}
            error={errorAt(add.error, '/name')}
          />
        </Group>
        <Text size="sm" c="dimmed">
          Where to find it: <a href="/help#calendars">Google, Outlook and iCloud calendars</a>. It’s stored encrypted
          and never shown again.
        </Text>
        <Group>
          <Button type="submit" loading={add.isPending}>
            Add calendar
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
