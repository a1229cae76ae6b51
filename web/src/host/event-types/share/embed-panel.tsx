import { Code, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { EventType } from '../../data/event-types.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { EMBED_THEMES, EMBED_WAYS, embedSnippet } from './embed-snippet.ts';

/** What a host pastes into the source of a website. */
export function EmbedPanel({ eventType }: { readonly eventType: EventType }) {
  const [way, setWay] = useState<string>('inline');
  const [theme, setTheme] = useState<string>('');
  const snippet = embedSnippet(eventType.publicUrl, { way, theme });
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <NativeSelect
          label="How it appears"
          data={EMBED_WAYS}
          value={way}
          onChange={({ currentTarget }) => setWay(currentTarget.value)}
        />
        <NativeSelect
          label="Colours"
          data={EMBED_THEMES}
          value={theme}
          onChange={({ currentTarget }) => setTheme(currentTarget.value)}
        />
      </Group>
      <Text size="sm" c="dimmed">
        Paste this into your website’s source where it should appear. Guests book without leaving your website, and no
        cookies are used.
      </Text>
      <Code block translate="no" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {snippet}
      </Code>
      <Group justify="flex-end">
        <CopyText text={snippet} label="Copy code" />
      </Group>
    </Stack>
  );
}
