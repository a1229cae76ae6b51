import { Alert, Text } from '@mantine/core';
import { Icon } from './icons.tsx';

interface Props {
  /** What has another address once this is saved. */
  readonly what: string;
  /** The path it has now. */
  readonly address: string;
  /** How long shared links still lead to the new address; not at all where left out. */
  readonly keptFor?: string;
}

/** Said while an address is being changed, before it is saved: what becomes of links that were shared; what guests have been mailed keeps working. */
export function AddressEnds({ what, address, keptFor }: Props) {
  const links = `Links you shared with ${window.location.host}${address}`;
  return (
    <Alert color="yellow" variant="light" role="status" icon={<Icon name="alert" />} c="inherit">
      <Text size="sm">
        {what} will have a new address. {links}{' '}
        {keptFor === undefined ? 'stop working once you save.' : `lead there for ${keptFor}, then stop working.`} Guests
        who have booked keep their own links.
      </Text>
    </Alert>
  );
}
