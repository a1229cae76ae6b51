import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAddEventType } from '../data/event-types.ts';
import { integrationsQuery } from '../data/integrations.ts';
import { schedulesQuery } from '../data/schedules.ts';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { BackToList } from './back-to-list.tsx';
import { asNew, blankEventType, type EventTypeValues, valuesOf } from './blank.ts';
import { EventTypeForm } from './form.tsx';

/** A new event type; its location begins with a platform that is connected, if one is. */
export function NewEventTypePage() {
  const schedules = useQuery(schedulesQuery);
  const integrations = useQuery(integrationsQuery);
  const failed = [schedules, integrations].find(({ isError, data }) => isError && data === undefined);
  const schedule = schedules.data?.find(({ isDefault }) => isDefault) ?? schedules.data?.[0];
  const platform = integrations.data?.find(({ status }) => status === 'connected') ?? integrations.data?.[0];
  return (
    <Page title="New event type" actions={<BackToList />}>
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
  return (
    <EventTypeForm
      id={null}
      initial={initial}
      save={async (values) => valuesOf(await add.mutateAsync(asNew(values)))}
      onSaved={() => {
        tell('The event type is created.');
        void navigate({ to: '/scheduler/event-types' });
      }}
    />
  );
}
