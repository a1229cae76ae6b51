import { Alert, Box, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarFeed, CalendarFeedMade } from '#api/openapi/client/types.ts';
import { api } from '../data/api.ts';
import { ConfirmPassword, useConfirmed } from '../account/confirm-password.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import { fromNow } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { Loading, Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { rich, t } from '../text.ts';

const PATH = '/api/v1/me/calendar-feed';
const queryKey = ['calendar-feed'];

/** The host's bookings as a calendar that other programs subscribe to. */
export function FeedSection() {
  const client = useQueryClient();
  const feed = useQuery({ queryKey, queryFn: ({ signal }) => api.get(PATH, { signal }) });
  const [made, setMade] = useState<CalendarFeedMade>();
  const changed = () => void client.invalidateQueries({ queryKey });
  const madeNow = (address: CalendarFeedMade) => {
    setMade(address);
    changed();
  };
  const hint = rich('availability.feed.hint', { help: <a href="/help#calendar-feed" /> });
  return (
    <Section title={t('availability.feed.title')} hint={hint}>
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
  const making = useConfirmed((proof) => api.post(PATH, { body: proof }), onMade);
  return (
    <Stack gap="sm">
      <Text size="sm">{t('availability.feed.none')}</Text>
      {making.isAsked && <ConfirmPassword {...making.field} />}
      {making.error !== null && <ProblemNotice error={making.error} onRetry={making.run} />}
      <Group>
        <Button onClick={making.run} loading={making.isPending}>
          {t('availability.feed.create')}
        </Button>
      </Group>
    </Stack>
  );
}

function NewAddress({ made, onDone }: { readonly made: CalendarFeedMade; readonly onDone: () => void }) {
  return (
    <Stack>
      <Alert color="pine" role="status" icon={<Icon name="check" />} c="inherit" title={t('availability.feed.created')}>
        {t('availability.feed.copyNow')}
      </Alert>
      <Text ff="monospace" size="sm" translate="no" style={{ overflowWrap: 'anywhere' }}>
        {made.url}
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button component="a" variant="default" href={made.url.replace(/^https?:/, 'webcal:')}>
          {t('availability.feed.open')}
        </Button>
        <CopyText text={made.url} label={t('availability.feed.copy')} />
        <Button onClick={onDone}>{t('common.done')}</Button>
      </Group>
    </Stack>
  );
}

interface AddressProps {
  readonly feed: CalendarFeed;
  readonly onMade: (made: CalendarFeedMade) => void;
  readonly onRevoked: () => void;
}

function Address({ feed, onMade, onRevoked }: AddressProps) {
  const [asked, setAsked] = useState<'replace' | 'revoke' | null>(null);
  const replacing = useConfirmed((proof) => api.post(PATH, { body: proof }), onMade);
  const revoking = useMutation({
    mutationFn: () => api.delete(PATH),
    onSuccess: () => {
      tell(t('availability.feed.deleted'));
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
        <Text fw={550}>{t('availability.feed.inUse')}</Text>
        <Text size="sm" c="dimmed">
          {usedOf(feed)}
        </Text>
      </Box>
      <Group gap="xs">
        <Button variant="default" size="sm" onClick={() => setAsked('replace')}>
          {t('availability.feed.replaceAsk')}
        </Button>
        <Button variant="subtle" size="sm" onClick={() => setAsked('revoke')}>
          {t('common.deleteAsk')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asked === 'replace'}
        title={t('availability.feed.replaceTitle')}
        confirm={t('availability.feed.replace')}
        busy={replacing.isPending}
        error={replacing.error}
        onConfirm={replacing.run}
        onClose={closed}
      >
        <Stack gap="sm">
          <Text size="sm">{t('availability.feed.replaceHint')}</Text>
          {replacing.isAsked && <ConfirmPassword {...replacing.field} />}
        </Stack>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'revoke'}
        title={t('availability.feed.deleteTitle')}
        confirm={t('availability.feed.delete')}
        danger
        busy={revoking.isPending}
        error={revoking.error}
        onConfirm={() => revoking.mutate()}
        onClose={closed}
      >
        <Text size="sm">{t('availability.feed.deleteHint')}</Text>
      </ConfirmDialog>
    </Group>
  );
}

const usedOf = ({ createdAt, lastReadAt }: CalendarFeed) =>
  [
    createdAt && t('availability.feed.createdWhen', { when: fromNow(createdAt) }),
    lastReadAt === null ? t('availability.feed.notRead') : t('availability.lastRead', { when: fromNow(lastReadAt) }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
