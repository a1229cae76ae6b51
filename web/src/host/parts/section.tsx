import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** A titled part of a form or page. */
export function Section({
  title,
  hint,
  beside,
  children,
}: {
  readonly title: string;
  /** At the other end of the title's line. */
  readonly beside?: ReactNode;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} withBorder p={{ base: 'md', sm: 'lg' }}>
      <Group justify="space-between" gap="xs">
        <Title order={2} fz="lg" id={id}>
          {title}
        </Title>
        {beside}
      </Group>
      {hint !== undefined && (
        <Text size="sm" c="dimmed" mt={2}>
          {hint}
        </Text>
      )}
      <Stack mt="md">{children}</Stack>
    </Paper>
  );
}
