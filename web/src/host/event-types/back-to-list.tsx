import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../parts/icons.tsx';

/** The way back to all event types. */
export function BackToList() {
  return (
    <Button component={Link} to="/scheduler/event-types" variant="default" leftSection={<Icon name="back" size={16} />}>
      All event types
    </Button>
  );
}
