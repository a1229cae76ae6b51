import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { integrationsQuery } from '../data/integrations.ts';
import { Icon } from '../parts/icons.tsx';
import { failureWords } from './failure-words.ts';

interface Returned {
  readonly connected?: string;
  /** Why it failed; `provider` says where. */
  readonly failed?: string;
  readonly provider?: string;
}

/** After a connect in this window: says how it went, then takes it out of the address, so that a reload does not repeat it. */
export function ReturnedNotice() {
  const search: Returned = useSearch({ strict: false });
  const navigate = useNavigate();
  const integrations = useQuery(integrationsQuery);
  const [{ connected, failed, provider = connected }] = useState(search);
  const returned = connected !== undefined || failed !== undefined;

  useEffect(() => {
    if (returned) void navigate({ to: '.', search: {}, replace: true });
  }, [returned, navigate]);

  if (!returned) return null;
  const name = integrations.data?.find((one) => one.provider === provider)?.name ?? 'The meeting platform';
  return connected === undefined ? (
    <Alert color="red" variant="light" icon={<Icon name="alert" />} mb="md" role="alert" c="inherit">
      {failureWords(failed ?? 'failed', name)}
    </Alert>
  ) : (
    <Alert color="pine" variant="light" icon={<Icon name="check" />} mb="md" role="status" c="inherit">
      {name} is connected.
    </Alert>
  );
}
