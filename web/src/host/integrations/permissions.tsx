import { Box, List, Text } from '@mantine/core';
import type { Integration } from '../data/integrations.ts';

/** What Insytical will be allowed to do, in plain words: open before connecting, a click away afterwards. */
export function Permissions({ integration, open }: { readonly integration: Integration; readonly open: boolean }) {
  if (integration.permissions.length === 0) return null;
  const list = (
    <List size="sm" spacing={2} mt={4}>
      {integration.permissions.map((permission) => (
        <List.Item key={permission}>{permission}</List.Item>
      ))}
    </List>
  );
  if (open)
    return (
      <Box c="dimmed">
        <Text size="sm">With your permission, Insytical will:</Text>
        {list}
      </Box>
    );
  return (
    <Box component="details" c="dimmed">
      <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
        What Insytical may do at {integration.name}
      </Text>
      {list}
    </Box>
  );
}
