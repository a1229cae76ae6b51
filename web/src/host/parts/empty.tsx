import { Center, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

/** Nothing here yet: says what this place is for and what to do next. */
export function Empty({
  icon,
  title,
  children,
  action,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <Paper withBorder p="xl">
      <Center mih={240}>
        <Stack align="center" gap="xs" maw={420} ta="center">
          <ThemeIcon size={52} radius="xl" variant="light">
            <Icon name={icon} size={26} />
          </ThemeIcon>
          <Title order={2} fz="lg" mt="xs">
            {title}
          </Title>
          <Text c="dimmed">{children}</Text>
          {action !== undefined && <div style={{ marginTop: 12 }}>{action}</div>}
        </Stack>
      </Center>
    </Paper>
  );
}
