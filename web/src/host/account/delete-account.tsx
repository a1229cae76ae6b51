import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import type { Me } from '../data/me.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Section } from '../parts/section.tsx';
import { typed } from '../parts/typed.ts';

/** Ends the account, after the host has typed their address once more. */
export function DeleteAccount({ me }: { readonly me: Me }) {
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const removing = useMutation({
    mutationFn: () => api.delete('/api/v1/me'),
    onSuccess: () => window.location.assign('/login'),
  });
  const close = () => {
    setAsking(false);
    setSaid('');
    removing.reset();
  };
  return (
    <Section title="Delete your account">
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex="1 1 260px">
          Ends your booking page and erases your data here.
        </Text>
        <Button variant="outline" color="red" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
          Delete account…
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        title="Delete your account?"
        confirm="Delete my account"
        keep="Keep it"
        danger
        busy={removing.isPending}
        disabled={said.trim().toLowerCase() !== me.email.toLowerCase()}
        error={removing.error}
        onConfirm={() => removing.mutate()}
        onClose={close}
      >
        <Stack gap="sm">
          <List size="sm" spacing={4}>
            <List.Item>Your booking page and its links stop working.</List.Item>
            <List.Item>Upcoming bookings are cancelled: their meetings are deleted and your guests are told.</List.Item>
            <List.Item>Your platforms are disconnected, and everything about you here is erased.</List.Item>
            <List.Item>This cannot be undone. Export your data first if you may need it.</List.Item>
          </List>
          <TextInput label={`Type ${me.email} to go on`} autoComplete="off" value={said} onChange={typed(setSaid)} />
        </Stack>
      </ConfirmDialog>
    </Section>
  );
}
