import { Anchor, Container } from '@mantine/core';
import { Empty } from '../parts/empty.tsx';

/** An address of ours that leads nowhere. */
export function Lost() {
  return (
    <Container component="main" size="sm" py={80}>
      <Empty
        icon="search"
        title="There is no such page"
        order={1}
        action={<Anchor href="/bookings">Go to your bookings</Anchor>}
      >
        The address may be mistyped, or what it led to is gone.
      </Empty>
    </Container>
  );
}
