import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { Icon } from '../parts/icons.tsx';

/** Said while the browser has no network: pages stay, but nothing on them is news. */
export function OfflineNotice() {
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert color="yellow" variant="light" role="status" icon={<Icon name="alert" />} mb="md" c="inherit">
      You are offline. What you see is how things stood before; changes cannot be saved until you are back.
    </Alert>
  );
}
