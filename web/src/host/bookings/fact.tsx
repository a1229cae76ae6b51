import { Box, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../parts/icons.tsx';

/** One thing about a booking, behind the sign of its kind. */
export function Fact({ icon, children }: { readonly icon: IconName; readonly children: ReactNode }) {
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Box c="dimmed" mt={2}>
        <Icon name={icon} />
      </Box>
      <Box miw={0}>{children}</Box>
    </Group>
  );
}
