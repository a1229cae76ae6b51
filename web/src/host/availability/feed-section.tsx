import { Alert, Box, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarFeedMade, CalendarFeedView } from '#api/calendar-feed/schema.ts';
import { api } from '../../shared/api.ts';
import { ConfirmPassword, useConfirmed } from '../account/confirm-password.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import { fromNow } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { Loading, Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';

const PATH = '/api/v1/me/calendar-feed';
const queryKey = ['calendar-feed'];

/** The host's bookings as a calendar that other programs subscribe to. */
export function FeedSection() {
  const client = useQueryClient();
  const feed = useQuery({ queryKey, queryFn: ({ signal }) => api.get<CalendarFeedView>(PATH, { signal }) });
  const [made, setMade] = useState<CalendarFeedMade>();
  const changed = () => void client.invalidateQueries({ queryKey });
  const madeNow = (address: CalendarFeedMade) => {
    setMade(address);
    changed();
  };
  const hint = (
    <>
      Subscribe to your bookings in Google Calendar, Outlook, Apple Calendar or any other.{' '}
      <a href="/help#calendar-feed">How to subscribe</a>
    </>
  );
  return (
    <Section title="Your bookings in your calendar" hint={hint}>
      {feed.isPending && <Loading rows={1} height={64} />}
      {feed.isError && feed.data === undefined && (
        <ProblemNotice error={feed.error} onRetry={() => void feed.refetch()} retrying={feed.isFetching} />
      )}
      {made && <NewAddress made={made} onDone={() => setMade(undefined)} />}
      {feed.data?.createdAt === null && !made && <MakeAddress onMade={madeNow} />}
      {feed.data && feed.data.createdAt !== null && !made && (
        <Address feed={feed.data} onMade={madeNow} onRevoked={changed} />
      )}
    </Section>
  );
}

function MakeAddress({ onMade }: { readonly onMade: (made: CalendarFeedMade) => void }) {
  const making = useConfirmed((proof) => api.post<CalendarFeedMade>(PATH, proof), onMade);
  return (
    <Stack gap="sm">
      <Text size="sm">There is no address to subscribe to yet.</Text>
      {making.isAsked && <ConfirmPassword {...making.field} />}
      {making.error !== null && <ProblemNotice error={making.error} onRetry={making.run} />}
      <Group>
        <Button onClick={making.run} loading={making.isPending}>
          Create secret address
        </Button>
      </Group>
    </Stack>
  );
}

function NewAddress({ made, onDone }: { readonly made: CalendarFeedMade; readonly onDone: () => void }) {
  return (
    <Stack>
      <Alert
        color="pine"
        role="status"
        icon={<Icon name="check" />}
        c="inherit"
        title="Your secret address was created"
      >
        Copy it now: it is shown only this once. Anyone who has it can see your bookings, your guests’ names and the
        links to join.
      </Alert>
      <Text ff="monospace" size="sm" translate="no" style={{ overflowWrap: 'anywhere' }}>
        {made.url}
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button component="a" variant="default" href={made.url.replace(/^https?:/, 'webcal:')}>
          Open in calendar app
        </Button>
        <CopyText text={made.url} label="Copy address" />
        <Button onClick={onDone}>Done</Button>
      </Group>
    </Stack>
  );
}

interface AddressProps {
  readonly feed: CalendarFeedView;
  readonly onMade: (made: CalendarFeedMade) => void;
  readonly onRevoked: () => void;
}

function Address({ feed, onMade, onRevoked }: AddressProps) {
  const [asked, setAsked] = useState<'replace' | 'revoke' | null>(null);
  const replacing = useConfirmed((proof) => api.post<CalendarFeedMade>(PATH, proof), onMade);
  const revoking = useMutation({
    mutationFn: () => api.delete(PATH),
    onSuccess: () => {
      tell('The secret address was deleted.');
      onRevoked();
    },
  });
  const closed = () => {
    setAsked(null);
    replacing.reset();
    revoking.reset();
  };
  return (
    <Group justify="space-between" gap="sm">
      <Box miw={0} style={{ flex: '1 1 200px' }}>
        <Text fw={550}>Your secret address is in use</Text>
        <Text size="sm" c="dimmed">
          {usedOf(feed)}
        </Text>
      </Box>
      <Group gap="xs">
        <Button variant="default" size="sm" onClick={() => setAsked('replace')}>
          Replace…
        </Button>
        <Button variant="subtle" size="sm" onClick={() => setAsked('revoke')}>
          Delete…
        </Button>
      </Group>
      <ConfirmDialog
        opened={asked === 'replace'}
        title="Replace the secret address?"
        confirm="Replace address"
        busy={replacing.isPending}
        error={replacing.error}
        onConfirm={replacing.run}
        onClose={closed}
      >
        <Stack gap="sm">
          <Text size="sm">
            You get a new address. The present one stops working at once, in every calendar that uses it.
          </Text>
          {replacing.isAsked && <ConfirmPassword {...replacing.field} />}
        </Stack>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'revoke'}
        title="Delete the secret address?"
        confirm="Delete address"
        danger
        busy={revoking.isPending}
        error={revoking.error}
        onConfirm={() => revoking.mutate()}
        onClose={closed}
      >
        <Text size="sm">Calendars that use it no longer get your bookings.</Text>
      </ConfirmDialog>
    </Group>
  );
}

const usedOf = ({ createdAt, lastReadAt }: CalendarFeedView) =>
  [
    createdAt && `Created ${fromNow(createdAt)}`,
    lastReadAt === null ? 'Not read yet' : `Last read ${fromNow(lastReadAt)}`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
