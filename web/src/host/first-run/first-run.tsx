import { useQuery } from '@tanstack/react-query';
import { eventTypesQuery } from '../data/event-types.ts';
import { integrationsQuery } from '../data/integrations.ts';
import { meQuery } from '../data/me.ts';
import { schedulesQuery } from '../data/schedules.ts';
import { Checklist } from './checklist.tsx';
import { useMarks } from './marks.ts';

/** The first steps, until they are done. Somebody who is set up already never sees them. */
export function FirstRun() {
  const me = useQuery(meQuery).data;
  return me === undefined ? null : <FirstRunOf hostId={me.id} />;
}

function FirstRunOf({ hostId }: { readonly hostId: string }) {
  const marks = useMarks(hostId);
  const me = useQuery(meQuery).data;
  const schedules = useQuery(schedulesQuery).data;
  const integrations = useQuery(integrationsQuery).data;
  const eventTypes = useQuery(eventTypesQuery).data;
  if (marks.dismissed || !me || !schedules || !integrations || !eventTypes) return null;
  const isConnected = integrations.some(({ status }) => status === 'connected');
  const published = eventTypes.find(({ published, archived }) => published && !archived);
  const isSetUp = isConnected && published !== undefined;
  if (isSetUp && (marks.done.length === 0 || marks.done.includes('share'))) return null;
  return (
    <Checklist
      me={me}
      schedule={schedules.find(({ isDefault }) => isDefault) ?? schedules[0]}
      integrations={integrations}
      published={published}
      marks={marks}
    />
  );
}
