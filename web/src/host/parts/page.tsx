import { Box, Center, Group, Paper, Skeleton, Stack, Text, ThemeIcon, Title, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useId } from 'react';
import { Icon, type IconName } from './icons.tsx';
import { isProblem } from '../../shared/api.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { t } from '../text.ts';

interface PageProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page's heading, what one does here, and its content; names the browser's tab. */
export function Page({ title, intro, actions, children }: PageProps) {
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

interface PlainListProps {
  readonly gap?: 'sm' | 'md' | 'lg';
  /** What it is called, where no heading right above says so. */
  readonly label?: string;
  /** Each an `li`. */
  readonly children: ReactNode;
}

/** A list without bullets. */
export function PlainList({ gap = 'sm', label, children }: PlainListProps) {
  return (
    <Stack component="ul" gap={gap} m={0} p={0} style={{ listStyle: 'none' }} aria-label={label}>
      {children}
    </Stack>
  );
}

/** Grey shapes in the size of what will come. */
export function Loading({ rows = 3, height = 76 }: { readonly rows?: number; readonly height?: number }) {
  return (
    <Stack gap="md" role="status">
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="lg" />
      ))}
    </Stack>
  );
}

interface NotThereProps {
  readonly error: unknown;
  readonly what: 'booking' | 'eventType';
  readonly onRetry: () => void;
  readonly retrying: boolean;
}

/** One thing that could not be shown: it does not exist, so a retry is not offered, or reading it failed. */
export function NotThere({ error, what, onRetry, retrying }: NotThereProps) {
  if (!isProblem(error, 'not_found')) return <ProblemNotice error={error} onRetry={onRetry} retrying={retrying} />;
  return (
    <Empty icon="search" title={t('parts.notFound', { what })}>
      {t('parts.notFoundHint', { what })}
    </Empty>
  );
}
