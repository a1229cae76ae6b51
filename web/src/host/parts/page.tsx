import { Box, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface Props {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page's heading, what one does here, and its content; names the browser's tab. */
export function Page({ title, intro, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Insytical`;
  }, [title]);
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="md" mb="xl">
        <Box style={{ flex: '1 1 280px', minWidth: 0 }}>
          <Title order={1} fz={26} lh={1.25}>
            {title}
          </Title>
          {intro !== undefined && (
            <Text c="dimmed" mt={6} maw={620}>
              {intro}
            </Text>
          )}
        </Box>
        {actions}
      </Group>
      {children}
    </>
  );
}
