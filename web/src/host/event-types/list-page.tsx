import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type EventType, eventTypesQuery, useChangeEventType } from '../data/event-types.ts';
import { meQuery } from '../data/me.ts';
import { integrationsQuery } from '../data/integrations.ts';
import { failureWords, ReturnedNotice } from '../integrations/connect-progress.tsx';
import { FirstRun } from '../first-run/first-run.tsx';
import { Empty, Loading, Page } from '../parts/page.tsx';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell, tellProblem } from '../parts/tell.tsx';
import { AffectedBookings } from '../bookings/affected-bookings.tsx';
import { OrderedCards } from './ordered-cards.tsx';
import { ShareDialog } from './share/share-dialog.tsx';
import { keptDraft } from './values.ts';
import { locationName } from './locations.ts';
import { rich, t } from '../text.ts';

/** Scheduler → Event Types. */
export function EventTypesPage() {
  const eventTypes = useQuery(eventTypesQuery);
  useReturnToKeptDraft();
  const live = eventTypes.data?.filter(({ archived }) => !archived) ?? [];
  const archived = eventTypes.data?.filter((one) => one.archived) ?? [];
  const create = (
    <Button component={Link} to="/scheduler/event-types/new" leftSection={<Icon name="plus" size={18} />}>
      {t('common.newEventType')}
    </Button>
  );
  return (
    <Page
      title={t('shell.eventTypes')}
      intro={
        <>
          {t('types.intro')} {live.length > 0 && <PublicPage />}
        </>
      }
      actions={live.length > 0 ? create : undefined}
    >
      <ReturnedNotice />
      <AffectedBookings />
      <FirstRun />
      {eventTypes.isPending && <Loading height={112} />}
      {eventTypes.isError && eventTypes.data === undefined && (
        <ProblemNotice
          error={eventTypes.error}
          onRetry={() => void eventTypes.refetch()}
          retrying={eventTypes.isFetching}
        />
      )}
      {eventTypes.data !== undefined && live.length === 0 && (
        <Empty icon="stack" title={t('types.first')} action={create}>
          {t('types.firstHint')}
        </Empty>
      )}
      <OrderedCards eventTypes={live} />
      {archived.length > 0 && <ArchivedEventTypes eventTypes={archived} />}
      <Sharing eventTypes={live} />
    </Page>
  );
}

/** The dialog of the one that the address names; Back closes it. */
function Sharing({ eventTypes }: { readonly eventTypes: readonly EventType[] }) {
  const { share }: { share?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const shared = eventTypes.find(({ id }) => id === share);
  if (shared === undefined) return null;
  return (
    <ShareDialog
      eventType={shared}
      onClose={() => void navigate({ to: '/scheduler/event-types', search: {}, replace: true })}
    />
  );
}

/** Where guests find the live ones together. */
function PublicPage() {
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return null;
  return rich('types.onYourPage', {
    address: `${window.location.host}/${me.handle}`,
    page: <a href={`/${me.handle}`} target="_blank" rel="noreferrer" />,
  });
}

/** Returns a host who connected a platform in this window to the form they had begun. */
function useReturnToKeptDraft() {
  const { connected, failed }: { connected?: string; failed?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const client = useQueryClient();
  useEffect(() => {
    const draft = connected !== undefined || failed !== undefined ? keptDraft.read() : null;
    if (draft === null) return;
    if (failed !== undefined)
      void client
        .ensureQueryData(integrationsQuery)
        .catch(() => [])
        .then((integrations) => tell(failureWords(failed, locationName(draft.values.location.kind, integrations))));
    if (draft.id === null) void navigate({ to: '/scheduler/event-types/new', replace: true });
    else void navigate({ to: '/scheduler/event-types/$id', params: { id: draft.id }, replace: true });
  }, [connected, failed, navigate, client]);
}

/** Out of the way but not gone; their links answer kindly. */
function ArchivedEventTypes({ eventTypes }: { readonly eventTypes: readonly EventType[] }) {
  const change = useChangeEventType();
  return (
    <>
      <Title order={2} fz="md" mt="xl" mb="sm">
        {t('types.archivedTitle')}
      </Title>
      <Paper withBorder>
        {eventTypes.map(({ id, title }) => (
          <Group key={id} justify="space-between" px="lg" py="sm">
            <Text>{title}</Text>
            <Button
              variant="default"
              size="xs"
              aria-label={t('types.restoreLabel', { title })}
              loading={change.isPending && change.variables.id === id}
              onClick={() =>
                change.mutate(
                  { id, archived: false },
                  { onError: (error) => tellProblem(t('types.notRestored', { title }), error) },
                )
              }
            >
              {t('types.restore')}
            </Button>
          </Group>
        ))}
      </Paper>
    </>
  );
}
