import { Alert, Text } from '@mantine/core';
import type { Integration } from '../data/integrations.ts';
import { counted } from '../parts/durations.ts';
import { Icon } from '../parts/icons.tsx';

/** Why a reconnect is needed, and which bookings it concerns. */
export function WhatHappened({ integration }: { readonly integration: Integration }) {
  const { problem, bookingsWithoutLink, accountEmail } = integration;
  if (problem === null) return null;
  return (
    <Alert color="red" variant="light" icon={<Icon name="alert" />} c="inherit">
      <Text size="sm">
        {problem.text} <a href="/help#reconnect-needed">Why this happens</a>
      </Text>
      <Text size="sm" mt={4}>
        {bookingsWithoutLink === 0
          ? 'No upcoming booking waits for a link so far. Existing bookings keep theirs.'
          : `${counted(bookingsWithoutLink, 'upcoming booking')} ${bookingsWithoutLink === 1 ? 'waits' : 'wait'} for a link. Reconnect and the missing links are made and mailed by themselves.`}
      </Text>
      {accountEmail !== null && (
        <Text size="sm" mt={4}>
          It was connected as {accountEmail}.
        </Text>
      )}
    </Alert>
  );
}
