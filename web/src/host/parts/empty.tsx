import { Center, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

/** Nothing here yet: says what this place is for and what to do next. */
export function Empty({
  icon,
  title,
  order = 2,
  children,
  action,
}: {
  readonly icon: IconName;
  readonly title: string;
  /** 1 where it is all there is on the page. */
  readonly order?: 1 | 2;
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
          <Title order={order} fz="lg" mt="xs">
            {title}
          </Title>
          <Text c="dimmed">{children}</Text>
          {action !== undefined && <div style={{ marginTop: 12 }}>{action}</div>}
        </Stack>
      </Center>
    </Paper>
  );
}
