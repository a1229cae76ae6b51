import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { type EventType, eventTypeQuery, useAddEventType, useChangeEventType } from '../data/event-types.ts';
import { integrationsQuery } from '../data/integrations.ts';
import { schedulesQuery } from '../data/schedules.ts';
import { Loading, NotThere, Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { AffectedBookings } from '../bookings/affected-bookings.tsx';
import { asNew, blankEventType, type EventTypeValues, valuesOf } from './values.ts';
import { EventTypeForm } from './form.tsx';
import { Button, Group } from '@mantine/core';
import { CopyLink } from '../parts/copy-link.tsx';
import { WhyNotOffered } from './why-not-offered.tsx';
import { Icon } from '../parts/icons.tsx';
import { t } from '../text.ts';

/** A new event type; its location begins with a platform that is connected, if one is. */
export function NewEventTypePage() {
  const schedules = useQuery(schedulesQuery);
  const integrations = useQuery(integrationsQuery);
  const failed = [schedules, integrations].find(({ isError, data }) => isError && data === undefined);
  const schedule = schedules.data?.find(({ isDefault }) => isDefault) ?? schedules.data?.[0];
  const platform = integrations.data?.find(({ status }) => status === 'connected') ?? integrations.data?.[0];
  return (
    <Page title={t('common.newEventType')} actions={<BackToList />}>
      {failed && <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />}
      {schedules.data !== undefined && integrations.data !== undefined ? (
        <NewForm begin={blankEventType(schedule?.id ?? '', platform?.provider ?? 'link')} />
      ) : (
        !failed && <Loading rows={4} height={180} />
      )}
    </Page>
  );
}

/** What it begins with stays, even when another platform is connected meanwhile. */
function NewForm({ begin }: { readonly begin: EventTypeValues }) {
  const [initial] = useState(begin);
  const navigate = useNavigate();
  const add = useAddEventType();
  const created = useRef<EventType>(null);
  return (
    <EventTypeForm
      id={null}
      initial={initial}
      save={async (values) => {
        created.current = await add.mutateAsync(asNew(values));
        return valuesOf(created.current);
      }}
      onSaved={() => {
        tell(t('types.created'));
        const share = created.current?.visibility === 'off' ? undefined : created.current?.id;
        void navigate({ to: '/scheduler/event-types', search: share === undefined ? {} : { share } });
      }}
    />
  );
}

const route = getRouteApi('/inside/scheduler/event-types/$id');

/** Changes an event type; bookings made before stay as they are. */
export function EditEventTypePage() {
  const { id } = route.useParams();
  const eventType = useQuery(eventTypeQuery(id));
  const change = useChangeEventType();
  return (
    <Page
      title={eventType.data?.title ?? t('common.eventType')}
      intro={t('types.editIntro')}
      actions={
        <Group gap="sm">
          {eventType.data && (
            <CopyLink
              address={eventType.data.publicUrl}
              of={eventType.data.title}
              disabled={!eventType.data.published}
            />
          )}
          <BackToList />
        </Group>
      }
    >
      <AffectedBookings />
      {eventType.isPending && <Loading rows={4} height={180} />}
      {eventType.isError && eventType.data === undefined && (
        <NotThere
          error={eventType.error}
          what="eventType"
          onRetry={() => void eventType.refetch()}
          retrying={eventType.isFetching}
        />
      )}
      {eventType.data && (
        <EventTypeForm
          key={id}
          id={id}
          initial={valuesOf(eventType.data)}
          save={async (_values, changes) => valuesOf(await change.mutateAsync({ id, ...changes }))}
          onSaved={() => tell(t('common.saved'))}
          extra={<WhyNotOffered eventTypeId={id} />}
        />
      )}
    </Page>
  );
}

/** The way back to all event types. */
function BackToList() {
  return (
    <Button component={Link} to="/scheduler/event-types" variant="default" leftSection={<Icon name="back" size={16} />}>
      {t('types.all')}
    </Button>
  );
}
