import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { isProblem } from '../../shared/api.ts';
import { Icon } from '../parts/icons.tsx';
import { Loading } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { type LinkKind, type MailedLink as Link, readLink } from './auth.ts';
import { rich, t } from '../text.ts';

/** What a form gets of the mailed link that led to it. */
export interface OfLink {
  readonly token: string;
  readonly link: Link;
  readonly onDone: () => void;
  /** To where another link is mailed. */
  readonly onAskAgain: () => void;
}

interface Props {
  readonly kind: LinkKind;
  readonly token: string;
  readonly form: ComponentType<OfLink>;
  readonly onDone: () => void;
  /** To where another link is mailed. */
  readonly onAskAgain: () => void;
}

/** What a mailed link leads to, for which account, and what to do where the link no longer works. */
export function MailedLink({ kind, token, form: Form, onDone, onAskAgain }: Props) {
  const reading = useQuery({
    queryKey: ['mailed-link', kind, token],
    queryFn: () => readLink(kind, token),
    staleTime: Infinity,
  });
  if (isProblem(reading.error, 'link_expired'))
    return (
      <Stack>
        <Alert color="yellow" role="alert" icon={<Icon name="alert" />} c="inherit">
          {t('login.linkUsed')}
        </Alert>
        <Button variant="default" leftSection={<Icon name="mail" size={18} />} onClick={onAskAgain} fullWidth>
          {t('login.newLink')}
        </Button>
      </Stack>
    );
  if (reading.isError)
    return <ProblemNotice error={reading.error} onRetry={() => void reading.refetch()} retrying={reading.isFetching} />;
  if (reading.data === undefined) return <Loading rows={1} height={90} />;
  return (
    <Stack>
      <Text size="sm">
        {rich('login.forAccount', {
          email: reading.data.email,
          b: <Text span fw={600} style={{ overflowWrap: 'anywhere' }} />,
        })}
      </Text>
      <Form {...{ token, onDone, onAskAgain }} link={reading.data} />
    </Stack>
  );
}
