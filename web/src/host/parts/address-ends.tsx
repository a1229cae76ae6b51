import { Alert, Text } from '@mantine/core';
import { Icon } from './icons.tsx';

interface Props {
  /** What has another address once this is saved. */
  readonly what: string;
  /** The path it has now. */
  readonly address: string;
}

/** Said while an address is being changed, before it is saved: what was shared ends, what guests have been mailed does not. */
export function AddressEnds({ what, address }: Props) {
  return (
    <Alert color="yellow" variant="light" role="status" icon={<Icon name="alert" />} c="inherit">
      <Text size="sm">
        {what} will have a new address. Links you shared with {window.location.host}
        {address} stop working once you save. Guests who have booked keep their own links.
      </Text>
    </Alert>
  );
}
