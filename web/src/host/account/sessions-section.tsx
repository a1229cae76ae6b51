import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionList } from '#api/openapi/client/types.ts';
import { api } from '../data/api.ts';
import { useHostZone } from '../data/me.ts';
import { momentOf } from '../parts/dates.ts';
import { Loading, PlainList, Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { said } from '../parts/said.ts';
import { tell } from '../parts/tell.tsx';
import { rich, t } from '../text.ts';

type Session = SessionList['items'][number];

const queryKey = ['sessions'];

/** Where the host is logged in, and the way to log out there. */
export function SessionsSection() {
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get('/api/v1/me/sessions', { signal }),
  });
  const onSettled = () => client.invalidateQueries({ queryKey });
  const ending = useMutation({
    mutationFn: ({ id }: Session) => api.delete('/api/v1/me/sessions/{id}', { path: { id } }),
    onSuccess: (_, session) => tell(t('account.sessions.ended', { device: nameOf(session) })),
    onSettled,
  });
  const endingOthers = useMutation({
    mutationFn: () => api.post('/api/v1/me/sessions/end-others'),
    onSuccess: () => tell(t('account.sessions.othersEnded')),
    onSettled,
  });
  const items = sessions.data?.items ?? [];
  const error = ending.error ?? endingOthers.error;
  return (
    <Section title={t('account.sessions.title')} hint={t('account.sessions.hint')}>
      {sessions.isPending && <Loading rows={1} height={56} />}
      {sessions.isError && (
        <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} retrying={sessions.isFetching} />
      )}
      {error !== null && <ProblemNotice error={error} />}
      <PlainList>
        {items.map((session) => (
          <Row
            key={session.id}
            session={session}
            busy={ending.isPending && ending.variables.id === session.id}
            onEnd={() => ending.mutate(session)}
          />
        ))}
      </PlainList>
      {items.length > 1 && (
        <Group justify="flex-end">
          <Button variant="default" loading={endingOthers.isPending} onClick={() => endingOthers.mutate()}>
            {t('account.sessions.endOthers')}
          </Button>
        </Group>
      )}
    </Section>
  );
}

const nameOf = ({ device, deviceSays }: Session) => said(device, deviceSays);

interface RowProps {
  readonly session: Session;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

function Row({ session, busy, onEnd }: RowProps) {
  const { loggedInAt, lastUsedAt, isCurrent } = session;
  const device = nameOf(session);
  const zone = useHostZone();
  return (
    <Group component="li" justify="space-between" gap="sm" mih={44} wrap="nowrap">
      <div>
        <Text fw={550} translate="no">
          {device}
        </Text>
        <Text size="sm" c="dimmed">
          {isCurrent
            ? rich('account.sessions.loggedIn', { time: momentOf(loggedInAt, zone) })
            : rich('account.sessions.lastUsed', { time: momentOf(lastUsedAt, zone) })}
        </Text>
      </div>
      {isCurrent ? (
        <Badge variant="light" tt="none">
          {t('account.sessions.thisDevice')}
        </Badge>
      ) : (
        <Button
          variant="subtle"
          size="compact-md"
          flex="none"
          loading={busy}
          onClick={onEnd}
          aria-label={t('account.sessions.endLabel', { device, time: momentOf(lastUsedAt, zone) })}
        >
          {t('common.logOut')}
        </Button>
      )}
    </Group>
  );
}
