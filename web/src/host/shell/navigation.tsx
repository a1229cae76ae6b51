import { Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRequestCount } from '../data/bookings.ts';
import { integrationsQuery } from '../data/integrations.ts';
import { Icon, type IconName } from '../parts/icons.tsx';
import { t, type Words } from '../text.ts';

const GROUPS = [
  { title: null, links: [{ to: '/bookings', label: 'shell.bookings', icon: 'calendar' }] },
  {
    title: 'shell.scheduler',
    links: [
      { to: '/scheduler/event-types', label: 'shell.eventTypes', icon: 'stack' },
      { to: '/scheduler/availability', label: 'shell.availability', icon: 'clock' },
    ],
  },
  {
    title: 'shell.settings',
    links: [
      { to: '/user/integrations', label: 'shell.integrations', icon: 'plug' },
      { to: '/user/account', label: 'shell.account', icon: 'person' },
    ],
  },
] as const satisfies readonly {
  title: string | null;
  links: readonly { to: string; label: Words; icon: IconName }[];
}[];

/** The way to every page; Bookings says how many wait for an answer, Integrations when one needs attention. */
export function Navigation({ onGo }: { readonly onGo: () => void }) {
  const integrations = useQuery(integrationsQuery);
  const broken = integrations.data?.filter(({ problem }) => problem !== null).length ?? 0;
  const requests = useRequestCount();
  return (
    <Stack gap="lg">
      {GROUPS.map(({ title, links }) => (
        <Stack key={title ?? 'first'} gap={2}>
          {title !== null && (
            <Text size="xs" fw={600} c="dimmed" px={12} mb={4}>
              {t(title)}
            </Text>
          )}
          {links.map(({ to, label, icon }) => (
            <Link key={to} to={to} className="nav-link" activeOptions={{ includeSearch: false }} onClick={onGo}>
              <Icon name={icon} />
              <span style={{ flex: 1 }}>{t(label)}</span>
              {to === '/bookings' && requests !== '' && (
                <Badge color="yellow" c="inherit" size="sm" aria-label={t('shell.toAnswer', { count: requests })}>
                  {requests}
                </Badge>
              )}
              {to === '/user/integrations' && broken > 0 && (
                <Badge color="red" size="sm" aria-label={t('shell.toReconnect', { count: String(broken) })}>
                  {broken}
                </Badge>
              )}
            </Link>
          ))}
        </Stack>
      ))}
    </Stack>
  );
}

/** The product's name as it stands in the header. */
export function Wordmark() {
  return (
    <Group gap={10} wrap="nowrap">
      <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden>
        <rect width="28" height="28" rx="8" fill="var(--mantine-color-pine-8)" />
        <path
          d="M8 14.5l4 4 8-9"
          fill="none"
          stroke="white"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <Text fw={700} fz={18} style={{ letterSpacing: '-0.01em', whiteSpace: 'nowrap' }}>
        Insytical
      </Text>
    </Group>
  );
}
