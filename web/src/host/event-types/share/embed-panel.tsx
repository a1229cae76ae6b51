import { Button, Code, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventType } from '../../data/event-types.ts';
import { useChangeMe, meQuery } from '../../data/me.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { typed } from '../../parts/inputs.tsx';
import { sentenceOf } from '../../parts/problem-notice.tsx';
import { tell } from '../../parts/tell.tsx';
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
      <AllowedSites />
    </Stack>
  );
}

/** The websites that may show any of the host's pages. */
function AllowedSites() {
  const saved = (useQuery(meQuery).data?.embedSites ?? []).join('\n');
  const [text, setText] = useState(saved);
  const change = useChangeMe();
  const save = () => {
    const embedSites = text.split(/\s+/).filter((site) => site !== '');
    change.mutate(
      { embedSites },
      {
        onSuccess: (me) => {
          setText(me.embedSites.join('\n'));
          tell(
            me.embedSites.length === 0
              ? 'Any website may show your pages.'
              : 'Only these websites may show your pages.',
          );
        },
      },
    );
  };
  return (
    <Stack gap="xs">
      <Textarea
        label="Websites that may show your pages"
        description="One a line, such as https://www.example.com. Leave it empty to allow any."
        autosize
        minRows={2}
        value={text}
        onChange={typed(setText)}
        error={change.isError ? sentenceOf(change.error) : undefined}
        spellCheck={false}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={save} loading={change.isPending} disabled={text === saved}>
          Save websites
        </Button>
      </Group>
    </Stack>
  );
}
