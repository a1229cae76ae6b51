import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { eventTypeQuery, useChangeEventType } from '../data/event-types.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { NotThere } from '../parts/not-there.tsx';
import { tell } from '../parts/tell.tsx';
import { BackToList } from './back-to-list.tsx';
import { valuesOf } from './blank.ts';
import { EventTypeForm } from './form.tsx';
import { WhyNotOffered } from './why-not-offered.tsx';

const route = getRouteApi('/inside/scheduler/event-types/$id');

/** Changes an event type; bookings made before stay as they are. */
export function EditEventTypePage() {
  const { id } = route.useParams();
  const eventType = useQuery(eventTypeQuery(id));
  const change = useChangeEventType();
  return (
    <Page
      title={eventType.data?.title ?? 'Event type'}
      intro="Changes are for new bookings; those already made stay as they are."
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
      {eventType.isPending && <Loading rows={4} height={180} />}
      {eventType.isError && eventType.data === undefined && (
        <NotThere
          error={eventType.error}
          what="event type"
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
          onSaved={() => tell('Saved.')}
          extra={<WhyNotOffered eventTypeId={id} />}
        />
      )}
    </Page>
  );
}
