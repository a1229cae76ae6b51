import { Group, Text } from '@mantine/core';

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
